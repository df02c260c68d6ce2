/** @jest-environment node */
import { decisionSchema } from '../../query/decision';
import { seededRandom } from '../../statistics/random/seededRandom';
import { regularPlaces } from '../../statistics/time/timelineOf';
import type { TimedFeature } from '../../verdict/time/TimedFeature';
import type { Attempt } from '../time/TimePlan';
import { halvedLooks } from './halvedLooks';
import { inHalves, timelineOfHalves } from './halves';

const WEEKS = 20;
const WINDOWS = WEEKS * 7;
const decision = { decision: decisionSchema.parse({}), falseAlarmEvery: 90, windowsPerDay: 1 };

/** Shares that drift week by week: two halves of a day have the same ones all the same. */
function feature(name: string): TimedFeature {
  const counts = new Float64Array(WINDOWS * 3);
  for (let window = 0; window < WINDOWS; window++) {
    counts.set([400 - 2 * window, 100 + 2 * window, 3], window * 3);
  }
  return {
    ...{ feature: name, type: 'categorical', segment: {}, missing: null, guarantee: 'exact' },
    values: { kind: 'categories', bins: 3, counts, present: new Uint8Array(WINDOWS).fill(1) },
    bins: { kind: 'categories', categories: ['a', 'b', 'c'] },
  };
}

const attempt: Attempt = {
  name: 'asked',
  grid: { duration: 7 * 86_400_000, zone: 'UTC', anchor: 0 },
  places: regularPlaces(WINDOWS, 7, 1),
  references: { kind: 'seasonal', count: 4 },
  seasons: 8,
  needed: 12,
};
const seasons = Array.from({ length: 8 }, (_, i) => ({
  features: ['x', 'y', 'z'].map(feature),
  attempt,
  judged: Array.from({ length: 7 }, (__, day) => (12 + i) * 7 + day),
}));

test('each row is in one of two halves, of nearly the same size', () => {
  const whole = feature('x').values!.counts;
  const halves = inHalves(feature('x'), seededRandom(1, 'halves')).values!.counts;
  const [first, second] = [halves.subarray(0, whole.length), halves.subarray(whole.length)];
  expect(whole.every((count, i) => first[i] + second[i] === count && first[i] >= 0 && second[i] >= 0)).toBe(true);
  const share = first.reduce((a, b) => a + b) / whole.reduce((a, b) => a + b);
  expect(share).toBeCloseTo(0.5, 2);
  // The spread of a toss of each row: sd √n/2, so that z has a mean square of 1.
  const squares = [...whole].map((count, i) => (first[i] - count / 2) ** 2 / (count / 4));
  expect(squares.reduce((a, b) => a + b) / squares.length).toBeCloseTo(1, 0.5);
});

test('each second half is compared with the first half of its own window, and calibrated by second halves alone', () => {
  const { season, references } = timelineOfHalves(attempt);
  expect([...references.subarray(WINDOWS, WINDOWS + 3)]).toEqual([0, 1, 2]);
  expect(Math.max(...season.subarray(0, WINDOWS))).toBeLessThan(season[WINDOWS] - attempt.seasons);
  expect([...season]).toEqual([...season].sort((a, b) => a - b));
});

test.each([
  ['iid', 0, 0],
  ['calibrated', 0, 8],
  ['sequential', 0, 1],
] as const)('%s alarms as often as it may, although the data drift from week to week', (significance, least, most) => {
  const looks = halvedLooks(seasons, decision, significance).flat();
  expect(looks).toHaveLength(56);
  expect(looks).not.toContain('undecided');
  const alarms = looks.filter((look) => look === 'alarm').length;
  expect(alarms).toBeGreaterThanOrEqual(least);
  expect(alarms).toBeLessThanOrEqual(most);
});
