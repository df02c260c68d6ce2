/** @jest-environment node */
import { decisionSchema } from '../../query/decision';
import { noise, samples } from '../testSamples';
import { decideQuality } from './decideQuality';
import { describeFinding } from './describeFinding';
import type { FeatureSides } from './Finding';

const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 10) / 10);
const usual = (size: number, seed: number) => rounded(noise(size, seed).map((value) => 14 + 6 * value));
const times = (count: number, value: number) => Array.from({ length: count }, () => value);

function found(baseline: readonly number[] | null, current: readonly number[], more: Partial<FeatureSides> = {}) {
  const sides: FeatureSides = {
    feature: 'x',
    type: 'numeric',
    segment: {},
    expect: {},
    baseline: baseline === null ? null : samples(baseline),
    current: samples(current),
    past: [],
    identifier: false,
    ...more,
  };
  const [{ findings }] = decideQuality([{ sides, others: new Map() }], decisionSchema.parse({}), ['range']);
  return findings.map((finding) => ({ ...finding, words: describeFinding(finding) }));
}
const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code }) => code);

it('names a filler inside the range', () => {
  const [only, ...others] = found(usual(20_000, 1), [...usual(4900, 2), ...times(100, 0)]);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ code: 'value_grown', severity: 1, facts: { value: 0 } });
  expect(only.words).toMatch(/^2\.\d+% of the values are exactly 0 \(10\d\), 0\.\d+% of the baseline are;/);
});

it('says nothing where nothing, or everything, moved', () => {
  expect(codes(usual(20_000, 1), usual(5000, 2))).toEqual([]);
  expect(
    codes(
      usual(20_000, 1),
      usual(5000, 2).map((value) => Math.round((value + 8) * 10) / 10)
    )
  ).toEqual([]);
  const whole = (seed: number, shift: number) => noise(5000, seed).map((value) => Math.round(2 * value + shift));
  expect(codes(whole(1, 0), whole(2, 2))).toEqual([]);
});

it('tests no number of values that are no independent draws, and names sentinels among them', () => {
  const filled = [...usual(4900, 2), ...times(100, 0)];
  expect(codes(usual(20_000, 1), filled, { dependent: true })).toEqual([]);
  expect(codes(usual(20_000, 1), [...filled, ...times(50, -999)], { dependent: true })).toEqual(['sentinel']);
});

it('a burst that windows of the baseline had too is usual', () => {
  const past = [0, 0, 0, 120, 0, 0].map((zeros, i) => samples([...usual(4900, 10 + i), ...times(zeros, 0)]));
  expect(codes(usual(20_000, 1), [...usual(4900, 2), ...times(100, 0)], { past })).toEqual([]);
});

it('names a likely sentinel, with and without a baseline, and not as a value that has grown too', () => {
  const current = [...usual(4950, 2), ...times(50, -999)];
  expect(codes(null, current)).toEqual(['sentinel']);
  const [finding, ...others] = found(usual(20_000, 1), current);
  expect(others).toEqual([]);
  expect(finding.words).toBe('-999 is far outside all other values (50 times, 1%): likely a marker of missing values.');
  expect(codes(null, current, { minimumCount: 51 })).toEqual([]);
});

describe('readings that all rows of an hour share', () => {
  const hours = (seed: number, filled = 0) =>
    noise(12, seed).map((reading) => [
      ...times(50 - filled, Math.round((14 + 6 * reading) * 100) / 100),
      ...times(filled, 0),
    ]);
  const past = Array.from({ length: 28 }, (_, day) => samples(hours(100 + day).flat()));
  const baseline = Array.from({ length: 28 }, (_, day) => hours(100 + day)).flat(2);
  const day = (rows: readonly number[][]) => codes(baseline, rows.flat(), { past, slices: rows.map(samples) });

  it('are no values that grew, though each day has others on top', () => {
    // One of four hours in a row holds a third of the rows, as on any day of changing weather.
    const calm = [...hours(1).slice(0, 8), ...times(4, 0).map(() => times(50, 9.37))];
    expect(day(hours(1))).toEqual([]);
    expect(day(calm)).toEqual(['value_grown']);
    const calmBefore = [...past, samples(hours(7).flatMap((hour, i) => (i < 4 ? times(50, 8.21) : hour)))];
    expect(codes(baseline, calm.flat(), { past: calmBefore, slices: calm.map(samples) })).toEqual([]);
  });

  it('a filler that comes in every hour is found among them', () => {
    expect(day(hours(1, 3))).toEqual(['value_grown']);
    const once = hours(1).map((hour, i) => (i === 5 ? times(50, 0) : hour));
    expect(day(once)).toEqual([]);
  });
});

it('one bad window of the past makes a burst usual for good: none is left out', () => {
  const past = Array.from({ length: 28 }, (_, i) => samples([...usual(4900, 10 + i), ...times(i === 9 ? 120 : 0, 0)]));
  expect(codes(usual(20_000, 1), [...usual(4900, 2), ...times(100, 0)], { past })).toEqual([]);
});
