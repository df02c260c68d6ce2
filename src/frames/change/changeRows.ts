import type { ChangeResult, ChangeSeries, OnlineAlarm, TimedChange } from '../../evaluate/Result';
import { formatDuration } from '../../query/duration';
import type { TimeRange } from '../../query/time';
import { segmentKey } from '../compareByImportance';
import type { ChangeRow } from './ChangeRow';
import { describeChange, describeNoChange, describeRecurring } from './describeChange';

type Result = Pick<ChangeResult, 'series' | 'windows'>;
type Told = Omit<ChangeRow, 'feature' | 'figure' | 'segment' | 'n_windows'>;

const MS = 1000;

/** The rows of a result: changes first, the newest before the others; then by name. A series without any has one row. */
export function changeRows({ series, windows }: Result): ChangeRow[] {
  return series.flatMap((one) => rowsOf(one, windows)).sort(compare);
}

function rowsOf(series: ChangeSeries, windows: readonly TimeRange[]): ChangeRow[] {
  const { feature, figure, segment, values, changes } = series;
  const common = { feature, figure, segment, n_windows: values.filter((value) => value !== null).length };
  const found = [...changes.map(rowOfChange), ...recurringRow(series, windows)];
  const told = found.length > 0 ? found : [withoutChange(series, windows)];
  return [...told, ...(series.alarms ?? []).map(rowOfAlarm)].map((row) => ({ ...common, ...row }));
}

function rowOfChange(change: TimedChange): Told {
  const { window, until, earliest, latest, kind, before, after, size, pValue, width, isRecent } = change;
  return {
    ...{ time: window.from, time_end: until, earliest, latest, kind, before, after, size },
    p_value: pValue,
    detector: null,
    width: width === null ? null : (until - window.from) / MS,
    period: null,
    severity: isRecent ? 2 : 0,
    reason: describeChange(change),
  };
}

const NOTHING = {
  detector: null,
  earliest: null,
  latest: null,
  before: null,
  after: null,
  size: null,
  p_value: null,
  width: null,
  period: null,
};

/** An online detector decides nothing. */
function rowOfAlarm({ detector, window }: OnlineAlarm): Told {
  return {
    ...NOTHING,
    ...{ time: window.from, time_end: window.to, kind: 'online', detector, severity: null },
    reason: `${detector} gives an alarm after this window. It is listed for comparison, and decides nothing.`,
  };
}

function recurringRow({ recurring }: ChangeSeries, windows: readonly TimeRange[]): Told[] {
  if (recurring === null) {
    return [];
  }
  const [first, last] = [windows[0], windows[windows.length - 1]];
  const period = recurring.period * (first.to - first.from);
  return [
    {
      ...NOTHING,
      ...{ time: first.from, time_end: last.to, kind: 'recurring', severity: 0, period: period / MS },
      reason: describeRecurring({ ...recurring, period: formatDuration(period) }),
    },
  ];
}

function withoutChange(series: ChangeSeries, windows: readonly TimeRange[]): Told {
  const isUndecided = series.undecided !== null;
  return {
    ...NOTHING,
    time: windows[0].from,
    time_end: windows[windows.length - 1].to,
    kind: isUndecided ? 'insufficient_data' : 'none',
    severity: isUndecided ? null : 0,
    reason: describeNoChange(series),
  };
}

function compare(a: ChangeRow, b: ChangeRow): number {
  const isChange = ({ kind }: ChangeRow) => Number(kind === 'abrupt' || kind === 'gradual');
  const [first, second] = [a, b].map(({ feature, figure, segment }) => `${feature}\0${figure}\0${segmentKey(segment)}`);
  return (
    isChange(b) - isChange(a) ||
    (isChange(a) === 1 ? b.time - a.time : 0) ||
    (first < second ? -1 : Number(first > second)) ||
    a.time - b.time
  );
}
