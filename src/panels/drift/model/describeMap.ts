import type { Subject } from '../../shared/Subject';
import type { FormatTime } from '../../shared/timeWords';
import type { DriftMap, MapRow } from './DriftMap';
import { rowName } from './describeRow';

/** Of none, one, and several: `0 of 6 features drifting`, `1 of 6 features is drifting`, `2 of 6 features failed`. */
const VERBS: Readonly<Record<Subject, readonly [none: string, one: string, several: string]>> = {
  drift: ['drifting', 'is drifting', 'are drifting'],
  quality: ['failed', 'failed', 'failed'],
  volume: ['out of range', 'is out of range', 'are out of range'],
};

/** The whole map in a sentence: `5 of 14 features are drifting; longest: temperature_f, since 4 Apr`. */
export function describeMap({ subject, axis, rows }: DriftMap, formatTime: FormatTime): string {
  const drifting = rows.filter(({ summary }) => summary.current.row.verdict === 'drift');
  const noun = subject === 'volume' ? 'measures' : 'features';
  const what = rows.some(({ segment }) => Object.keys(segment).length > 0) ? `${noun} and segments` : noun;
  const [none, one, several] = VERBS[subject];
  if (drifting.length === 0) {
    const warning = rows.filter(({ summary }) => summary.current.row.verdict === 'warning').length;
    const undecided = rows.filter(({ summary }) => summary.current.row.severity === null).length;
    return [
      `0 of ${rows.length} ${what} ${none}`,
      ...(warning > 0 ? [`${warning} with a warning`] : []),
      ...(undecided > 0 ? [`${undecided} without verdict`] : []),
    ].join(', ');
  }
  const counted = rows.length === 1 ? what.replace(noun, noun.slice(0, -1)) : what;
  const share = `${drifting.length} of ${rows.length} ${counted} ${drifting.length === 1 ? one : several}`;
  if (axis !== 'time') {
    return `${share}; largest: ${rowName(largest(drifting))}`;
  }
  const first = earliest(drifting);
  const since = first.summary.since === null ? '' : `, since ${formatTime(first.summary.since)}`;
  return `${share}; longest: ${rowName(first)}${since}${first.summary.sinceBeforeRange ? ' or before' : ''}`;
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
