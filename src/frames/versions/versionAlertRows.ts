import type { VersionsResult } from '../../evaluate/Result';
import type { Severity } from '../../verdict/Verdict';
import { versionMismatch } from '../../verdict/versions/registeredVersion';
import type { TracedVersion, VersionChange, VersionTrace } from '../../verdict/versions/VersionTrace';
import type { AbnormalSince } from '../alert/abnormalSince';
import type { AlertRow } from '../alert/AlertRow';
import { sinceDetails } from '../alert/sinceDetails';
import { seriesName } from '../seriesOf';
import { describeChange } from './describeChange';
import { versionSegmentLabels } from './versionNames';

/** A row for each segment: whether its version changed in the newest window. */
export function versionAlertRows({ traces, feature, baseline, registered }: VersionsResult): AlertRow[] {
  return traces.map((trace) => {
    const { segment, windows, versions, isDecided } = trace;
    const newest = windows[windows.length - 1].window;
    const [first] = versions;
    const active = first?.status === 'active' ? first : null;
    const now = trace.changes.filter(({ noticed }) => noticed === newest.to);
    const since = sinceOf(worst(now), active);
    const mismatch = versionMismatch(trace, registered);
    const problem = registered !== undefined && 'problem' in registered ? registered.problem : null;
    return {
      name: seriesName({ feature, segment }),
      labels: { feature, ...versionSegmentLabels(segment) },
      severity: isDecided ? severityOf(now, mismatch !== null) : null,
      score: active === null || active.share === null || !isDecided ? null : 1 - active.share,
      since: since.since,
      details: {
        verdict: isDecided
          ? (worst(now)?.kind ?? (mismatch === null ? 'steady' : 'not_registered'))
          : 'insufficient_data',
        reason: [reasonOf(trace, now), mismatch, problem].filter((part) => part !== null).join(' '),
        next_step: '',
        baseline: baseline.description,
        ...sinceDetails(since),
        from: String(newest.from),
        to: String(newest.to),
      },
    };
  });
}

/** The time of the change; without one, since when the active version has been so. */
function sinceOf(change: VersionChange | undefined, active: TracedVersion | null): AbnormalSince {
  return change === undefined
    ? { since: active?.activeSince ?? null, isOrEarlier: active?.isActiveLonger ?? false }
    : { since: change.time, isOrEarlier: false };
}

function severityOf(changes: readonly VersionChange[], isOther: boolean): Severity {
  if (changes.length === 0) {
    return isOther ? 1 : 0;
  }
  return changes.some(({ kind }) => kind === 'rolled_back') ? 2 : 1;
}

const GRAVEST = ['rolled_back', 'took_over', 'vanished', 'started'] as const;

function worst(changes: readonly VersionChange[]): VersionChange | undefined {
  return GRAVEST.map((kind) => changes.find((change) => change.kind === kind)).find((change) => change !== undefined);
}

function reasonOf({ versions, isDecided, undecided }: VersionTrace, changes: readonly VersionChange[]): string {
  if (!isDecided) {
    return undecided ?? 'Too few calls that carry a version in the newest window.';
  }
  if (changes.length > 0) {
    return changes.map(describeChange).join(' ');
  }
  const [first] = versions;
  return first?.status === 'active'
    ? `Version ${first.version} is still active.`
    : 'No version has a majority of calls.';
}
