import { seededRandom } from '../../statistics/random/seededRandom';
import { edgeWidths } from '../../statistics/time/edgeWidths';
import { regularPlaces } from '../../statistics/time/timelineOf';
import type { TimedFeature } from '../../verdict/time/TimedFeature';
import { isShiftable, plantShift } from './plantShift';
import { rateOf } from './rateOf';
import { inOrder, randomOrder } from './shuffleSeasons';

const edges = Float64Array.of(0, 1, 2, 3);
const pooled = Float64Array.of(0, 40, 40, 20, 0);
const scale = edgeWidths(edges, pooled, 1);
const counts = Float64Array.from([...pooled, 0, 10, 0, 0, 0, ...pooled, 5, 0, 0, 0, 5]);
const feature: TimedFeature = {
  feature: 'x',
  type: 'numeric',
  segment: {},
  guarantee: 'exact',
  bins: { kind: 'edges', edges, closed: 'left', scale },
  values: { kind: 'values', bins: 5, counts, present: Uint8Array.of(1, 1, 1, 1), widths: scale.widths },
  missing: null,
};
const window = ({ values }: TimedFeature, at: number) => [...(values?.counts.slice(5 * at, 5 * at + 5) ?? [])];

it('a planted shift moves values up by its size, from its window on, and loses none', () => {
  const moved = plantShift(feature, 2, 0.5);
  expect(window(moved, 0)).toEqual([...pooled]);
  expect(window(moved, 2)).toEqual([0, 20, 40, 30, 10]);
  // What lies in the open bins counts as lying at the outermost edges.
  expect(window(moved, 3)).toEqual([0, 5, 0, 0, 5]);
  expect(isShiftable({ ...feature, bins: { kind: 'categories', categories: ['a'] } })).toBe(false);
});

it('seasons change places, windows keep theirs', () => {
  const places = regularPlaces(12, 3, 3);
  const order = randomOrder(places, seededRandom(1, 'test'));
  expect([...order].sort((a, b) => a - b)).toEqual([...places.season.keys()]);
  order.forEach((from, to) => expect(from % 3).toBe(to % 3));
  const two = inOrder(feature, Int32Array.of(2, 3, 0, -1));
  expect(window(two, 1)).toEqual([5, 0, 0, 0, 5]);
  expect([...(two.values?.present ?? [])]).toEqual([1, 1, 1, 0]);
});

it('counts alarms, puts those of a day together, and gives an interval', () => {
  const hours = { significance: 'sequential', alpha: 0.05, windowDays: 1 / 24, per: 90 } as const;
  const look = (alarms: readonly number[]) =>
    Array.from({ length: 240 }, (_, hour) => (alarms.includes(hour) ? 'alarm' : 'quiet'));
  const rate = rateOf([look([5, 20, 100]), [...look([]), 'undecided']], hours);
  expect(rate).toMatchObject({ looks: 480, undecided: 1, alarms: 3, episodes: 2, days: 20 });
  expect(rate.rate).toBeCloseTo(9, 9);
  expect(rate.rateLow).toBeCloseTo(0.24220927854396496 * 4.5, 9);
  expect(rate.promised).toBeCloseTo(20 / 90, 9);
  expect(rateOf([], hours)).toMatchObject({ looks: 0, rate: null, promised: 0 });
});
