import { calibratedP, windowsNeeded } from './calibratedP';

/** Windows 0 to 98 are the calibration, with scores 1 to 99; the others are judged. */
const PAST = 99;
const all = [[0, PAST]] as const;

function scores(judged: readonly number[], past = (window: number) => window + 1): Float64Array {
  return Float64Array.from([...Array.from({ length: PAST }, (_, window) => past(window)), ...judged]);
}

test('p counts past windows that reach the score, and the limit is where it falls to alpha', () => {
  const judged = [100, 99, 95, 94.5, 1, NaN];
  const calibrated = calibratedP([{ kind: 'values', score: scores(judged) }], all, 0.05);
  const p = judged.map((_, i) => calibrated.pOf(0, PAST + i));
  expect(p).toEqual([1 / 100, 2 / 100, 6 / 100, 6 / 100, 1, null]);
  expect(calibrated.limitOf(0)).toBe(95);
  expect(calibrated).toMatchObject({ windows: 99, needed: 19, observed: 4 });
});

test('the largest score of all series is the yardstick of each', () => {
  const series = [
    { kind: 'values' as const, score: scores([60]) },
    { kind: 'categories' as const, score: scores([60], (window) => 99 - window) },
  ];
  const calibrated = calibratedP(series, all, 0.05);
  // Of 99 windows the larger of w and 100 − w reaches 60 in 80.
  expect(calibrated.pOf(0, PAST)).toBeCloseTo(81 / 100, 12);
  expect(calibrated.pOf(1, PAST)).toBeCloseTo(81 / 100, 12);
});

test('storms of missing values hide no change of values where there are windows enough for both', () => {
  const series = [
    { kind: 'values' as const, score: scores([200]) },
    { kind: 'missing' as const, score: scores([200], (window) => (window % 5 === 0 ? 1000 : 0)) },
  ];
  const calibrated = calibratedP(series, all, 0.05);
  expect(calibrated.pOf(0, PAST)).toBeCloseTo(0.01 / 0.8, 12);
  expect(calibrated.pOf(1, PAST)).toBe(1);
  const fewer = calibratedP(series, [[0, 50]], 0.05);
  expect(fewer.pOf(0, PAST)).toBeCloseTo(11 / 51, 12);
});

test('too few windows for alpha: no limit', () => {
  const series = [{ kind: 'values' as const, score: scores([200]) }];
  expect(windowsNeeded(0.05)).toBe(19);
  expect(calibratedP(series, [[0, 18]], 0.05).limitOf(0)).toBeNull();
  expect(calibratedP(series, [[0, 19]], 0.05).limitOf(0)).toBe(19);
  expect(calibratedP([], all, 0.05)).toMatchObject({ windows: 0, observed: 0 });
});
