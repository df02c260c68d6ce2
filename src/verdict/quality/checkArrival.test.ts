/** @jest-environment node */
import type { Histogram } from '../../distribution/Distribution';
import { sampleFromNumbers } from '../../distribution/sampleFromValues';
import { countsOf } from '../../distribution/valueCounts';
import { decisionSchema } from '../../query/decision';
import { checkAge } from './checkAge';
import { checkArrival } from './checkArrival';
import { learnArrival } from './learnArrival';
import { usualDelay } from './usualDelay';

const decision = decisionSchema.parse({});
const seconds = (n: number, of: (i: number) => number) =>
  sampleFromNumbers(Float64Array.from({ length: n }, (_, i) => of(i)));
/** 1 to 100 seconds, all alike often. */
const usual = seconds(1000, (i) => 1 + (i % 100));
const past = Array.from({ length: 7 }, () => usual);

const notableIn = (current = usual, more: object = {}, expected = {}) =>
  checkArrival({ current, baseline: usual, past, ...more }, expected, decision)
    .checked.filter(({ notable }) => notable)
    .map(({ code, severity }) => `${code} ${severity}`);

describe('the delay', () => {
  it('is usual up to what 99% of the rows took, and to a second at least', () => {
    expect(usualDelay(usual)).toBeCloseTo(99.01, 5);
    expect(usualDelay(seconds(200, () => 0.002))).toBe(1);
    expect(usualDelay(seconds(50, (i) => i))).toBeNull();
    const buckets: Histogram = {
      kind: 'histogram',
      counts: countsOf(1000),
      edges: Float64Array.of(-Infinity, 0, 10, 60, Infinity),
      bins: Float64Array.of(0, 900, 95, 5),
      closed: 'left',
      guarantee: 'exact',
    };
    expect(usualDelay(buckets)).toBe(60);
    expect(usualDelay({ ...buckets, bins: Float64Array.of(0, 900, 50, 50), maximum: 80 })).toBe(80);
  });

  it('is late only where more rows take longer than usual than in any past window', () => {
    expect(notableIn()).toEqual([]);
    const some = seconds(1000, (i) => (i % 25 === 0 ? 500 : 1 + (i % 100)));
    expect(notableIn(some)).toEqual(['late_changed 1']);
    expect(notableIn(seconds(1000, (i) => (i % 10 === 0 ? 500 : i % 100)))).toEqual(['late_changed 2']);
    expect(notableIn(some, { past: [...past, some] })).toEqual([]);
    // A few rows of many are no change.
    expect(notableIn(seconds(1000, (i) => (i < 5 ? 5000 : 1 + (i % 100))))).toEqual([]);
  });

  it('is held against what is allowed, with what is tolerated', () => {
    expect(notableIn(usual, {}, { maxDelay: '100s' })).toEqual([]);
    expect(notableIn(usual, {}, { maxDelay: '99s' })).toEqual(['late 2']);
    expect(notableIn(usual, {}, { maxDelay: '99s', tolerate: 0.01 })).toEqual([]);
    expect(notableIn(usual, { baseline: null, past: [] }, { maxDelay: '1m' })).toEqual(['late 2']);
  });

  it('is no delay where rows come before they are made, but for a second', () => {
    const early = (by: number) => seconds(1000, (i) => (i % 20 === 0 ? -by : 1 + (i % 100)));
    expect(notableIn(early(0.5))).toEqual([]);
    expect(notableIn(early(60))).toEqual(['early 2']);
    expect(notableIn(early(60), { baseline: early(60) })).toEqual([]);
    expect(notableIn(early(60), { baseline: null, past: [] })).toEqual(['early 2']);
  });

  it('names no single row where few may not be named', () => {
    const { checked } = checkArrival(
      { current: usual, baseline: usual, past, minimumCount: 5 },
      { maxDelay: '1s' },
      decision
    );
    expect(checked.map(({ facts }) => facts.farthest)).toEqual([null, null, null]);
  });

  it('can not be told of no rows, nor of none that says when it came', () => {
    expect(checkArrival({ current: seconds(0, () => 0), baseline: usual, past }, {}, decision).unchecked).toMatch(
      /no rows/
    );
    const blank = { ...seconds(0, () => 0), counts: countsOf(9, { missing: 9 }) };
    expect(checkArrival({ current: blank, baseline: usual, past }, {}, decision).unchecked).toMatch(/no row says when/);
  });

  it('is learnt with a margin, to whole seconds', () => {
    expect(learnArrival(usual, 'at', 0.1)).toEqual({ field: 'at', maxDelay: '110s' });
    expect(
      learnArrival(
        seconds(9, () => 0.01),
        'at',
        0
      )
    ).toEqual({ field: 'at', maxDelay: '1s' });
    expect(
      learnArrival(
        seconds(0, () => 0),
        'at',
        0
      )
    ).toBeNull();
  });
});

describe('the age of the newest row', () => {
  const MINUTE = 60_000;
  const found = (age: number, ages: readonly number[], maxAge?: string) =>
    checkAge({ age: age * MINUTE, newest: 0, past: ages.map((one) => one * MINUTE) }, { maxAge })
      .checked.filter(({ notable }) => notable)
      .map(({ severity }) => severity);

  it('is too high where it is twice that of any past window, and outside of their band', () => {
    expect(found(8, [1, 2, 3, 4, 4])).toEqual([]);
    expect(found(9, [1, 2, 3, 4, 4])).toEqual([1]);
    expect(found(21, [1, 2, 3, 4, 4])).toEqual([2]);
    expect(found(600, [1, 2, 3, 4])).toEqual([]);
    expect(found(600, [1, 2, 3, 4, 400])).toEqual([]);
  });

  it('is too high beyond what is allowed, whatever was usual, and is said once', () => {
    expect(found(9, [], '10m')).toEqual([]);
    expect(found(11, [], '10m')).toEqual([2]);
    expect(found(30, [1, 1, 1, 1, 1], '10m')).toEqual([2]);
    expect(found(9, [1, 1, 1, 1, 1], '10m')).toEqual([2]);
  });
});
