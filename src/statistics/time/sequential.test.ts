import { episodesOf } from './episodes';
import { returnLevel } from './returnLevel';
import { LOWEST_LIMIT, sequentialLimits } from './sequential';

const DAYS = 56;
const block = Int32Array.from({ length: DAYS }, (_, day) => day);
const all = [[0, DAYS]] as const;

/** Daily maxima between 3 and 4, with one large day for every 8. */
function scores(largest: number, phase = 0): Float64Array {
  return Float64Array.from({ length: DAYS }, (_, day) =>
    (day + phase) % 8 === 0 ? largest + day / DAYS : 3 + ((day * 7) % 10) / 10
  );
}

test('one limit for all values, the return level of what the largest of them exceeds', () => {
  const [a, b] = [scores(5), scores(5, 3)];
  const limits = sequentialLimits(
    [
      { kind: 'values', score: a },
      { kind: 'categories', score: b },
    ],
    block,
    all,
    90
  );
  const largest = a.map((value, day) => Math.max(value, b[day]));
  expect(limits).toEqual([returnLevel(largest, 180), returnLevel(largest, 180)]);
});

test('values have four fifths of the budget and missing rates one fifth, where there are both', () => {
  const [values, missing] = [scores(5), scores(9)];
  const limits = sequentialLimits(
    [
      { kind: 'values', score: values },
      { kind: 'missing', score: missing },
    ],
    block,
    all,
    90
  );
  expect(limits).toEqual([returnLevel(values, 180 / 0.8), returnLevel(missing, 180 / 0.2)]);
});

test('a series that alone raises the limit by half is set aside, and is as many times as rare', () => {
  const [calm, other, wild] = [scores(5), scores(5, 3), scores(30)];
  const series = [calm, other, wild].map((score) => ({ kind: 'values' as const, score }));
  const limits = sequentialLimits(series, block, all, 90);
  const calmLimit = returnLevel(
    calm.map((value, day) => Math.max(value, other[day])),
    180
  );
  expect(limits).toEqual([calmLimit, calmLimit, returnLevel(wild, 3 * 180)]);
});

test('no limit below three, however little varies, and none from too few days or without any score', () => {
  const still = new Float64Array(DAYS);
  expect(sequentialLimits([{ kind: 'values', score: still }], block, all, 90)).toEqual([LOWEST_LIMIT]);
  expect(sequentialLimits([{ kind: 'values', score: still }], block, [[0, 9]], 90)).toEqual([null]);
  const unknown = new Float64Array(DAYS).fill(NaN);
  expect(sequentialLimits([{ kind: 'values', score: unknown }], block, all, 90)).toEqual([null]);
  expect(sequentialLimits([], block, all, 90)).toEqual([]);
});

test('a limit grows with the promised time', () => {
  const series = [{ kind: 'values' as const, score: scores(5) }];
  const [month, year] = [30, 365].map((days) => sequentialLimits(series, block, all, days)[0] ?? NaN);
  expect(year).toBeGreaterThan(month);
});

test('alarms less than a day apart are one episode', () => {
  const isAlarm = new Uint8Array(100);
  [3, 4, 27, 52, 90].forEach((window) => (isAlarm[window] = 1));
  expect(episodesOf(isAlarm, 24)).toEqual([
    { start: 3, end: 27, alarms: 3 },
    { start: 52, end: 52, alarms: 1 },
    { start: 90, end: 90, alarms: 1 },
  ]);
  expect(episodesOf([], 1)).toEqual([]);
});
