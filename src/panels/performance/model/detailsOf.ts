import type { Part } from '../options';
import { type FairnessGroup, fairnessGroups } from './fairness';
import type {
  LabelDelays,
  PerformanceBoard,
  SegmentBudget,
  Track,
  VersionsCompared,
  WindowDetails,
} from './PerformanceBoard';

/** What is shown beside a track; undefined where there is none, or it isn't asked for. */
export interface Details {
  readonly window: WindowDetails['window'];
  readonly confusion?: WindowDetails['confusion'];
  readonly reliability?: WindowDetails['reliability'];
  readonly delays?: LabelDelays;
  /** Of all metrics that are compared in the segment. */
  readonly comparisons: readonly VersionsCompared[];
  /** Of each group that is compared in the segment. */
  readonly fairness: readonly FairnessGroup[];
  /** Of each objective in the segment. */
  readonly budgets: readonly SegmentBudget[];
  /** How many of them there are. */
  readonly count: number;
}

/** The details of a track's segment and query, as far as the panel shows them. */
export function detailsOf(
  { details, delays, comparisons, fairness, budgets }: PerformanceBoard,
  track: Track,
  parts: readonly Part[]
): Details {
  const own = details.find(({ query, segment }) => query === track.query && isSame(segment, track.segment));
  const confusion = parts.includes('confusion') ? own?.confusion : undefined;
  const reliability = parts.includes('reliability') && own?.reliability?.length ? own.reliability : undefined;
  const ownDelays = parts.includes('delays') ? delays.find(({ query }) => query === track.query) : undefined;
  const compared = parts.includes('versions') ? comparisons.filter(isOwn) : [];
  const groups = parts.includes('fairness') ? fairnessGroups(fairness.filter(isOwn)) : [];
  const spent = parts.includes('budgets') ? budgets.filter(isOwn) : [];
  const views = [confusion, reliability, ownDelays].filter((one) => one !== undefined);
  return {
    ...{ window: own?.window ?? null, confusion, reliability, delays: ownDelays },
    ...{ comparisons: compared, fairness: groups, budgets: spent },
    count: views.length + compared.length + groups.length + spent.length,
  };

  /** What is compared has no segment by the versions or groups themselves. */
  function isOwn({ query, segment }: { readonly query: string; readonly segment: Readonly<Record<string, string>> }) {
    return query === track.query && Object.entries(segment).every(([name, value]) => track.segment[name] === value);
  }
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
