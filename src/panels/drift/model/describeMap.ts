import type { Subject } from '../../shared/Subject';
import type { FormatTime } from '../../shared/timeWords';
import { verdictWords } from '../../shared/verdictWords';
import type { DriftMap, MapRow } from './DriftMap';
import { rowName } from './describeRow';

/** Of one and of several: `1 of 6 features drifts`, `2 of 6 features are broken`. */
const VERBS: Readonly<Record<Subject, readonly [one: string, several: string]>> = {
  drift: ['drifts', 'drift'],
  quality: ['is broken', 'are broken'],
  volume: ['is off', 'are off'],
};

/** The whole map in a sentence: `5 of 14 features drift now, the first since 4 Apr: temperature_f`. */
export function describeMap({ subject, axis, rows }: DriftMap, formatTime: FormatTime): string {
  const drifting = rows.filter(({ summary }) => summary.current.row.verdict === 'drift');
  const noun = subject === 'volume' ? 'measures' : 'features';
  const what = rows.some(({ segment }) => Object.keys(segment).length > 0) ? `${noun} and segments` : noun;
  const [one, several] = VERBS[subject];
  if (drifting.length === 0) {
    const warning = rows.filter(({ summary }) => summary.current.row.verdict === 'warning').length;
    const undecided = rows.filter(({ summary }) => summary.current.row.severity === null).length;
    const { label } = verdictWords(subject).warning;
    return [
      `None of ${rows.length} ${what} ${one}${axis === 'time' ? ' now' : ''}`,
      ...(warning > 0 ? [subject === 'quality' ? `${warning} ${label}` : `${warning} with a ${label}`] : []),
      ...(undecided > 0 ? [`${undecided} undecided`] : []),
    ].join(', ');
  }
  const counted = rows.length === 1 ? what.replace(noun, noun.slice(0, -1)) : what;
  const share = `${drifting.length} of ${rows.length} ${counted} ${drifting.length === 1 ? one : several}`;
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
