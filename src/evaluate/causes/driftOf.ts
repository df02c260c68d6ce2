import { driftDecisionSchema } from '../../query/driftDecision';
import type { DriftQuery } from '../../query/driftQuery';
import type { ExplainQuery } from '../../query/explainQuery';
import { BadQuery } from '../../query/BadQuery';
import { someNames } from '../someNames';
import type { WindowedVerdict } from '../Result';

/** The drift query that is explained. */
export function driftOf({ by, top, target, of, ...query }: ExplainQuery): DriftQuery {
  const { format, decision } = query;
  return { ...query, kind: 'drift', format, detail: false, decision: driftDecisionSchema.parse(decision) };
}

/** Of the newest window: the verdict on the feature that is to be explained, and those on all others. */
export interface Target {
  readonly verdict: WindowedVerdict;
  readonly others: readonly WindowedVerdict[];
  readonly onset: Onset;
}

/**
 * When a feature began to drift; `isOrEarlier` where it drifts in the first window that was looked at, unless that follows
 * its baseline at once.
 */
export interface Onset {
  readonly since: number | null;
  readonly isOrEarlier: boolean;
}

/** The feature that is named, else the one that drifted most. Throws a BadQuery for one that is not compared. */
export function targetOf(name: string | undefined, verdicts: readonly WindowedVerdict[]): Target {
  const newest = Math.max(...verdicts.map(({ window }) => window?.from ?? 0));
  const latest = verdicts.filter(({ window }) => (window?.from ?? 0) === newest);
  const [verdict] =
    name === undefined ? [...latest].sort(byWeight) : latest.filter(({ comparison }) => comparison.feature === name);
  if (verdict === undefined) {
    const names = [...new Set(verdicts.map(({ comparison }) => comparison.feature))];
    throw new BadQuery(
      name === undefined
        ? 'No feature has a verdict in the newest window: there is nothing to explain.'
        : `"target": "${name}" is not among the features that are compared: ${someNames(names)}.`
    );
  }
  const others = latest.filter((one) => one !== verdict);
  return { verdict, others, onset: onsetOf(verdict, verdicts) };
}

function byWeight(a: WindowedVerdict, b: WindowedVerdict): number {
  return (b.severity ?? -1) - (a.severity ?? -1) || thresholds(b) - thresholds(a);
}

/** How many thresholds the effect lies above chance; a ratio of shares in doublings, as they move little of the whole. */
function thresholds({ effect, effectSize, effectExpected, threshold }: WindowedVerdict): number {
  if (effectSize === null) {
    return -Infinity;
  }
  return effect === 'category_share' || effect === 'value_share'
    ? Math.min(1, Math.log2(effectSize))
    : (effectSize - (effectExpected ?? 0)) / threshold;
}

/** The start of the windows in a row, up to that of the verdict, in which the feature drifts or warns. */
export function onsetOf({ window, comparison, severity }: WindowedVerdict, all: readonly WindowedVerdict[]): Onset {
  if (window === null || !((severity ?? 0) > 0)) {
    return { since: null, isOrEarlier: false };
  }
  const own = all
    .filter((one) => one.comparison.feature === comparison.feature && one.window !== null)
    .sort((a, b) => (b.window?.from ?? 0) - (a.window?.from ?? 0));
  let since = window.from;
  let baselineEnd = own[0]?.baselineWindow?.to;
  for (const one of own.slice(1)) {
    if (one.window?.to !== since || !((one.severity ?? 0) > 0)) {
      return { since, isOrEarlier: false };
    }
    since = one.window.from;
    baselineEnd = one.baselineWindow?.to;
  }
  return { since, isOrEarlier: baselineEnd !== since };
}
