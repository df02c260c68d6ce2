import type { Histogram } from '../../../src/distribution/Distribution';
import type { WindowedVerdict } from '../../../src/evaluate/Result';

const SLACK = 1e-6;

/** By feature, segment and window. */
const byKey = (verdicts: readonly WindowedVerdict[]) =>
  new Map(verdicts.map((one) => [JSON.stringify([one.comparison.feature, one.comparison.segment, one.window]), one]));

/** Everything that must be so whatever was asked: equal where exact is promised, bracketed elsewhere. */
export function compareWithRows(counted: readonly WindowedVerdict[], raw: readonly WindowedVerdict[]): void {
  const [store, rows] = [byKey(counted), byKey(raw)];
  expect([...store.keys()].sort()).toEqual([...rows.keys()].sort());
  store.forEach((one, key) => {
    const other = rows.get(key);
    if (other === undefined) {
      throw new Error(key);
    }
    expect([key, one.comparison.type]).toEqual([key, other.comparison.type]);
    expect([key, one.verdict]).toEqual([key, other.verdict]);
    for (const side of ['baseline', 'current'] as const) {
      const [mine, theirs] = [one.comparison[side], other.comparison[side]];
      expect([key, mine.counts]).toEqual([key, theirs.counts]);
      if (mine.kind === 'categories' && theirs.kind === 'categories') {
        expect(new Map([...mine.byCategory].sort())).toEqual(new Map([...theirs.byCategory].sort()));
        expect([mine.rest, mine.guarantee]).toEqual([theirs.rest, 'exact']);
      } else if (mine.kind === 'samples' && theirs.kind === 'samples') {
        // Where each bucket held a single value, nothing was lost but the digits of a field of single precision.
        expect([key, [...mine.sorted].map(Math.fround)]).toEqual([key, [...theirs.sorted].map(Math.fround)]);
      } else if (mine.kind === 'histogram' && theirs.kind === 'samples') {
        compareHistogram(mine, theirs.sorted);
      }
    }
    const [mine, theirs] = [one, other].map(({ tests }) => tests);
    expect([key, mine.map(({ test }) => test)]).toEqual([key, theirs.map(({ test }) => test)]);
    mine.forEach((test, i) => {
      const exact = theirs[i].statistic;
      // A field of single precision holds the nearest such number.
      const promised = test.guarantee === 'exact' ? test.statistic : null;
      const [low, high] = [test.statisticLow ?? promised, test.statisticHigh ?? promised];
      if (exact === null) {
        expect([key, test.test, test.statistic]).toEqual([key, test.test, null]);
      } else if (low !== null && high !== null) {
        const isBracketed = low - SLACK <= exact && exact <= high + SLACK;
        expect({ key, test: test.test, exact, low, high, isBracketed }).toEqual({
          ...{ key, test: test.test, exact, low, high },
          isBracketed: true,
        });
      }
    });
  });
}

function compareHistogram({ bins, closed, guarantee, minimum, maximum }: Histogram, sorted: Float64Array): void {
  expect([closed, guarantee]).toEqual(['left', 'exact']);
  if (sorted.length > 0) {
    // A field of single precision holds the nearest such number.
    expect(Math.fround(minimum ?? NaN)).toBe(Math.fround(sorted[0]));
    expect(Math.fround(maximum ?? NaN)).toBe(Math.fround(sorted[sorted.length - 1]));
  }
  expect(bins.reduce((sum, count) => sum + count, 0)).toBe(sorted.length);
}
