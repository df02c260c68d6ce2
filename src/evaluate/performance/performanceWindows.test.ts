import { parseQuery } from '../../query/parseQuery';
import type { PerformanceQuery } from '../../query/performanceQuery';
import { performanceWindows } from './performanceWindows';

const DAY = 86_400_000;
const START = Date.UTC(2024, 2, 1);
const day = (n: number, length = 1) => ({ from: START + n * DAY, to: START + (n + length) * DAY });

function windowsOf(baseline: object | undefined, windows: Array<ReturnType<typeof day> | null>, more = {}) {
  const query = parseQuery({
    kind: 'performance',
    current: { path: 'a.csv', timeField: 'time' },
    prediction: 'p',
    label: { field: 'y' },
    baseline,
    ...more,
  }) as PerformanceQuery;
  return performanceWindows(query, windows, START + 100 * DAY);
}

it('compares long windows with the earlier one alone', () => {
  const { of, before } = windowsOf({ kind: 'previous', offset: '14d' }, [day(28, 14)]);
  expect(before).toEqual([day(14, 14)]);
  expect(of).toEqual([{ window: day(28, 14), current: 0, baseline: [0], past: [] }]);
});

it('compares a short window with all of its length since the earlier one, each asked for once', () => {
  const { of, before } = windowsOf({ kind: 'previous', offset: '10d' }, [day(40), day(41)]);
  expect(of[0].past.map((i) => before[i])).toEqual(Array.from({ length: 10 }, (_, i) => day(30 + i)));
  expect(of[1].past.map((i) => before[i])).toEqual(Array.from({ length: 10 }, (_, i) => day(31 + i)));
  expect(before).toHaveLength(11);
});

it('cuts a fixed baseline into windows of the same length, up to its end', () => {
  const baseline = { kind: 'window', from: '2024-03-01T00:00:00Z', to: '2024-03-11T00:00:00Z' };
  const { of, before } = windowsOf(baseline, [day(40)]);
  expect(of[0].baseline.map((i) => before[i])).toEqual([day(0, 10)]);
  expect(of[0].past.map((i) => before[i])).toEqual(Array.from({ length: 10 }, (_, i) => day(i)));
});

it('takes the parts of a seasonal baseline as past windows', () => {
  const { of, before } = windowsOf({ kind: 'seasonal', period: '1w', count: 3 }, [day(40)]);
  expect(of[0].past.map((i) => before[i])).toEqual([day(19), day(26), day(33)]);
});

it('keeps days that begin at midnight when daylight saving begins', () => {
  const zone = { timezone: 'Europe/Berlin' };
  const midnight = Date.parse('2024-04-02T00:00:00+02:00');
  const { of, before } = windowsOf({ kind: 'previous', offset: '8d' }, [{ from: midnight, to: midnight + DAY }], zone);
  const first = before[of[0].past[0]];
  expect(first).toEqual({ from: Date.parse('2024-03-25T00:00:00+01:00'), to: Date.parse('2024-03-26T00:00:00+01:00') });
});

it('without a baseline nothing is asked for beside the windows', () => {
  expect(windowsOf(undefined, [null])).toMatchObject({ before: [], side: null, of: [{ baseline: [], past: [] }] });
});

it('refuses a profile, which has no labels', () => {
  expect(() => windowsOf({ kind: 'profile', id: 'x' }, [null])).toThrow('a profile holds no labels');
});
