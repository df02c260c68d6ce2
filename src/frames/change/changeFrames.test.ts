import { describeChange } from './describeChange';
import type { ChangeResult, ChangeSeries, TimedChange } from '../../evaluate/Result';
import { parseQuery } from '../../query/parseQuery';
import { writeFrames } from '../writeFrames';

const DAY = 86_400_000;
const windows = Array.from({ length: 20 }, (_, k) => ({ from: k * DAY, to: (k + 1) * DAY }));
const numbers = windows.map((_, k) => (k < 10 ? 1 : 3));

const step: TimedChange = {
  ...{ kind: 'abrupt', start: 10, end: 10, interval: [9, 11], width: null, before: 1, after: 3, size: 4 },
  ...{
    pValue: 1e-9,
    window: windows[10],
    until: 10 * DAY,
    earliest: 9 * DAY,
    latest: 11 * DAY,
    gap: 0,
    isRecent: true,
  },
};
const ramp: TimedChange = {
  ...{ ...step, kind: 'gradual', start: 3, end: 7, interval: null, width: 4, pValue: 0.002, window: windows[3] },
  ...{ until: 7 * DAY, earliest: null, latest: null, isRecent: false },
};

function series(feature: string, own: Partial<ChangeSeries>): ChangeSeries {
  const common = { figure: '', segment: { origin: 'JFK' }, values: numbers, adjusted: numbers, levels: numbers };
  return { feature, ...common, together: 1, changes: [], recurring: null, undecided: null, ...own };
}

const result: ChangeResult = {
  kind: 'change',
  queryHash: 'abc',
  notices: [],
  baseline: { kind: 'none', description: 'the other windows of 1d', facts: {} },
  windows,
  series: [
    series('calm', {}),
    series('short', { undecided: 'too few' }),
    series('delay', { figure: 'mean', changes: [ramp, step], alarms: [{ detector: 'cusum', window: windows[12] }] }),
    series('daily', { recurring: { period: 7, autocorrelation: 0.5, low: -1, high: 2 } }),
  ],
};

function frames(format: string, alertValue = 'severity') {
  return writeFrames(result, parseQuery({ kind: 'change', current: {}, format, alertValue, segmentBy: ['origin'] }));
}

const column = (name: string) => frames('table')[0].fields.find((field) => field.name === name)?.values;

describe('frames of changes', () => {
  it('lists changes first, the newest before the others, and a row for each series without any', () => {
    expect(column('feature')).toEqual(['delay', 'delay', 'calm', 'daily', 'delay', 'short']);
    expect(column('kind')).toEqual(['abrupt', 'gradual', 'none', 'recurring', 'online', 'insufficient_data']);
    expect(column('detector')).toEqual([null, null, null, null, 'cusum', null]);
    expect(column('severity')).toEqual([2, 0, 0, 0, null, null]);
    expect(column('time')).toEqual([10 * DAY, 3 * DAY, 0, 0, 12 * DAY, 0]);
    expect(column('earliest')).toEqual([9 * DAY, null, null, null, null, null]);
    expect(column('width')).toEqual([null, 4 * 86_400, null, null, null, null]);
    expect(column('period')).toEqual([null, null, null, 7 * 86_400, null, null]);
    expect(column('origin')).toEqual(['JFK', 'JFK', 'JFK', 'JFK', 'JFK', 'JFK']);
  });

  it('says in words what changed, how surely, and when it began', () => {
    const [abrupt, gradual, none, recurring, , undecided] = column('reason') as string[];
    expect(abrupt).toBe(
      'Changed at 1970-01-11, from 1 to 3 (4 standard deviations), p < 0.000001; it began between 1970-01-10 and 1970-01-12 (95% confidence).'
    );
    expect(gradual).toBe(
      'Changed gradually between 1970-01-04 and 1970-01-08, from 1 to 3 (4 standard deviations), p = 0.002.'
    );
    expect(none).toBe('No change of its level in 20 windows with a value.');
    expect(recurring).toMatch('The same pattern recurs every 1w');
    expect(undecided).toBe('too few');
  });

  it('writes both levels with as many digits as it takes to see that they differ', () => {
    const change = { ...step, before: 1e12, after: 1e12 + 8 };
    expect(describeChange(change)).toContain('from 1e+12 to 1.00000000001e+12');
  });

  it('draws values and levels as two lines', () => {
    const all = frames('timeseries');
    expect(all).toHaveLength(8);
    expect(all[4].fields[1].labels).toEqual({ feature: 'delay', figure: 'mean', origin: 'JFK', line: 'value' });
    expect(all[5].name).toBe('delay, mean, origin JFK, level');
    expect(all[5].fields[1].values).toEqual(numbers);
  });

  it('answers a number for each series to a rule', () => {
    const values = (alertValue: string) => frames('alert', alertValue).map(({ fields }) => fields[0].values[0]);
    expect(values('severity')).toEqual([0, null, 2, 0]);
    expect(values('score')).toEqual([0, null, 4, 0]);
    expect(values('since')).toEqual([null, null, 864_000, null]);
    const [, , details] = frames('alert', 'details');
    expect(details.fields[0].labels).toMatchObject({
      feature: 'delay',
      verdict: 'abrupt',
      since: '1970-01-11T00:00:00.000Z',
    });
  });

  it('marks when a change began, and how long a gradual one took', () => {
    const [{ fields }] = frames('annotations');
    const values = Object.fromEntries(fields.map((field) => [field.name, field.values]));
    expect(values.time).toEqual([3 * DAY, 9 * DAY]);
    expect(values.timeEnd).toEqual([7 * DAY, 11 * DAY]);
    expect(values.title).toEqual(['delay, mean, origin JFK: up', 'delay, mean, origin JFK: up']);
    expect(values.tags).toEqual(['change,gradual,delay,origin:JFK', 'change,abrupt,delay,origin:JFK']);
  });
});
