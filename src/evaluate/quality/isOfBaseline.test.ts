/** @jest-environment node */
import { seasonalWindows } from '../seasonalWindows';
import { isOfBaseline } from './isOfBaseline';

const DAY = 86_400_000;
const day = (i: number) => ({ from: i * DAY, to: (i + 1) * DAY });

it('each window has its own past: neither itself nor a later one', () => {
  const days = [30, 31, 32, 33].map(day);
  const baseline = seasonalWindows({ kind: 'seasonal', period: '1d', count: 5, exclude: [] }, days, 'UTC', 40 * DAY);
  const past = (window: number) => [...Array(40).keys()].filter((i) => isOfBaseline(baseline, window)(day(i)));
  expect(past(0)).toEqual([25, 26, 27, 28, 29]);
  expect(past(3)).toEqual([28, 29, 30, 31, 32]);
});

it('windows that share a baseline share its past', () => {
  const shared = { windows: [{ from: 0, to: 3 * DAY }], windowOf: [0, 0] };
  const past = (window: number) => [...Array(5).keys()].filter((i) => isOfBaseline(shared, window)(day(i)));
  expect([past(0), past(1)]).toEqual([
    [0, 1, 2],
    [0, 1, 2],
  ]);
});
