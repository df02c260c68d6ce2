import type { ChangeResult, ChangeSeries } from '../../evaluate/Result';
import type { AlertRow } from '../alert/AlertRow';
import { sinceDetails } from '../alert/sinceDetails';
import { seriesName } from '../seriesOf';
import { changeLabels } from './changeSegments';
import { describeChange, describeNoChange } from './describeChange';

/** A row for each series: its newest change, where that is recent enough to be an alarm. */
export function changeAlertRows({ series, windows, baseline }: ChangeResult): AlertRow[] {
  const [from, to] = [windows[0].from, windows[windows.length - 1].to];
  return series.map((one) => rowOf(one, { from, to, baseline: baseline.description }));
}

function rowOf(
  series: ChangeSeries,
  { from, to, baseline }: { readonly from: number; readonly to: number; readonly baseline: string }
): AlertRow {
  const newest = series.changes.findLast(({ isRecent }) => isRecent);
  const since = { since: newest?.window.from ?? null, isOrEarlier: false };
  return {
    name: seriesName({ feature: [series.feature, series.figure].filter(Boolean).join(', '), segment: series.segment }),
    labels: changeLabels(series),
    severity: series.undecided !== null ? null : newest === undefined ? 0 : 2,
    score: series.undecided !== null ? null : (newest?.size ?? 0),
    since: since.since,
    details: {
      verdict: newest?.kind ?? (series.undecided === null ? 'none' : 'insufficient_data'),
      reason: newest === undefined ? describeNoRecent(series) : describeChange(newest),
      next_step: newest === undefined ? '' : 'Look for a release, a new data source, or an outage at that time.',
      baseline,
      ...sinceDetails(since),
      from: String(from),
      to: String(to),
    },
  };
}

function describeNoRecent(series: ChangeSeries): string {
  const last = series.changes.at(-1);
  return last === undefined ? describeNoChange(series) : `No recent change. ${describeChange(last)}`;
}
