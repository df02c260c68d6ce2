import type { DriftMap, MapRow } from './DriftMap';
import { type FormatTime, rowName } from './describeRow';

/** The whole map in a sentence: `5 of 14 features drift now, the first since 4 Apr: temperature_f`. */
export function describeMap({ axis, rows }: DriftMap, formatTime: FormatTime): string {
  const drifting = rows.filter(({ summary }) => summary.current.row.verdict === 'drift');
  const what = rows.some(({ segment }) => Object.keys(segment).length > 0) ? 'features and segments' : 'features';
  if (drifting.length === 0) {
    const warning = rows.filter(({ summary }) => summary.current.row.verdict === 'warning').length;
    const undecided = rows.filter(({ summary }) => summary.current.row.severity === null).length;
    return [
      `None of ${rows.length} ${what} drifts${axis === 'time' ? ' now' : ''}`,
      ...(warning > 0 ? [`${warning} with a warning`] : []),
      ...(undecided > 0 ? [`${undecided} undecided`] : []),
    ].join(', ');
  }
  const share = `${drifting.length} of ${rows.length} ${rows.length === 1 ? what.replace('features', 'feature') : what} ${drifting.length === 1 ? 'drifts' : 'drift'}`;
  if (axis !== 'time') {
    return `${share}, most of all ${rowName(largest(drifting))}`;
  }
  const first = earliest(drifting);
  const since = first.summary.since === null ? '' : ` since ${formatTime(first.summary.since)}`;
  return `${share} now, the first${since}${first.summary.sinceBeforeRange ? ' or before' : ''}: ${rowName(first)}`;
}

function largest(rows: readonly MapRow[]): MapRow {
  return rows.reduce((a, b) => (b.summary.score > a.summary.score ? b : a));
}

function earliest(rows: readonly MapRow[]): MapRow {
  return rows.reduce((a, b) => {
    const difference = (b.summary.since ?? Infinity) - (a.summary.since ?? Infinity);
    return difference < 0 || (difference === 0 && b.summary.score > a.summary.score) ? b : a;
  });
}
