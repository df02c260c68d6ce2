/** @jest-environment node */
import { seededRandom } from '../statistics/random/seededRandom';
import { bucketsOfRows, errorsOfRows, outcomesOfRows, tableOfRows } from '../statistics/performance/testing/outcomesOf';
import { leaveOneOut } from './leaveOneOut';
import { mergeErrors } from './mergeErrors';
import { mergeOutcomes } from './mergeOutcomes';
import { mergeScores } from './mergeScores';
import type { Outcomes } from './Outcomes';
import { isExact, type ScoreTable } from './ScoreTable';

function drawParts(seed: number, parts = 5) {
  const random = seededRandom(seed, 'parts');
  return Array.from({ length: parts }, () => {
    const rows = 1 + random.below(40);
    const actual = Array.from({ length: rows }, () => random.below(3));
    return {
      actual,
      predicted: actual.map((y) => (random.next() < 0.7 ? y : random.below(4))),
      scores: actual.map(() => random.below(50) / 50),
    };
  });
}

const together = (parts: ReturnType<typeof drawParts>) => ({
  actual: parts.flatMap(({ actual }) => actual),
  predicted: parts.flatMap(({ predicted }) => predicted),
  scores: parts.flatMap(({ scores }) => scores),
});
const outcomesOf = ({ actual, predicted, scores }: ReturnType<typeof together>) =>
  outcomesOfRows(actual, predicted, new Map([['p', scores]]));

const inOrder = ({ byClass, ...rest }: ScoreTable) => ({
  ...rest,
  byClass: [...byClass].sort(([a], [b]) => (a < b ? -1 : 1)),
});
const comparable = ({ scores, ...rest }: Outcomes) => ({
  ...rest,
  scores: [...(scores ?? [])].map(([name, table]) => [name, inOrder(table)]),
});

describe('mergeOutcomes', () => {
  it('is what all rows together give', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const parts = drawParts(seed);
      const merged = mergeOutcomes(parts.map(outcomesOf));
      expect(comparable(merged)).toEqual(comparable(outcomesOf(together(parts))));
      expect(isExact(merged.scores!.get('p')!)).toBe(true);
    }
  });

  it('leaves each part out in turn', () => {
    const full = ({ scores, ...rest }: Outcomes) => ({
      ...rest,
      scores: [...(scores?.get('p')?.byClass ?? [])]
        .map(([name, { counts }]) => [
          name,
          [...counts].flatMap((count, i) => (count > 0 ? [[scores!.get('p')!.lower[i], count]] : [])),
        ])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    });
    for (let seed = 1; seed <= 20; seed++) {
      const parts = drawParts(seed).map(outcomesOf);
      parts[3] = { rows: 0, labelled: 0 };
      const left = [...leaveOneOut(parts)];
      expect(left.length).toBe(parts.length);
      left.forEach((outcomes, k) => {
        const others = mergeOutcomes(parts.filter((_, i) => i !== k));
        const named = full(others).scores.map(([name]) => name);
        const { scores, ...rest } = full(outcomes);
        // A class that only the part left out had is there with no row.
        expect({ ...rest, scores: scores.filter(([name]) => named.includes(name)) }).toEqual(full(others));
      });
    }
    expect([...leaveOneOut([outcomesOf(drawParts(1)[0])])]).toEqual([{ rows: 0, labelled: 0 }]);
  });

  it('says nothing of what a part with rows does not say', () => {
    const [first, second] = drawParts(2, 2).map(outcomesOf);
    const merged = mergeOutcomes([first, { rows: 3, labelled: 2 }, second]);
    expect(merged).toEqual({ rows: first.rows + second.rows + 3, labelled: first.labelled + second.labelled + 2 });
    // Without labels there is nothing to say of confusion.
    const later: Outcomes = { rows: 4, labelled: 0, unlabelled: new Map([['1', 4]]), scores: first.scores };
    expect(mergeOutcomes([first, later]).confusion).toEqual(first.confusion);
    expect(mergeOutcomes([first, later]).unlabelled).toEqual(later.unlabelled);
    expect(mergeOutcomes([first, { rows: 0, labelled: 0 }])).toBe(first);
    expect(mergeOutcomes([])).toEqual({ rows: 0, labelled: 0 });
  });

  it('adds delays on the union of their ages', () => {
    const delays = (ages: number[], labelled: number[], censored: number[]): Outcomes => ({
      rows: 9,
      labelled: 0,
      delays: {
        ages: Float64Array.from(ages),
        labelled: Float64Array.from(labelled),
        censored: Float64Array.from(censored),
        byPredicted: new Map([['a', { labelled: Float64Array.from(labelled), censored: Float64Array.from(censored) }]]),
      },
    });
    const merged = mergeOutcomes([delays([1, 3], [2, 1], [0, 4]), delays([2, 3], [5, 1], [1, 0])]).delays!;
    expect([...merged.ages]).toEqual([1, 2, 3]);
    expect([...merged.labelled]).toEqual([2, 5, 2]);
    expect([...merged.censored]).toEqual([0, 1, 4]);
    expect([...merged.byPredicted!.get('a')!.labelled]).toEqual([2, 5, 2]);
  });

  it('takes little time for days of forty thousand scores', () => {
    const random = seededRandom(1, 'speed');
    const day = (): Outcomes => {
      const lower = Float64Array.from({ length: 40000 }, () => random.next()).sort();
      const counts = () => new Float64Array(40000).fill(1);
      const byClass = new Map(['0', '1'].map((name) => [name, { counts: counts() }]));
      return { rows: 80000, labelled: 80000, scores: new Map([['p', { lower, upper: lower, byClass }]]) };
    };
    const days = Array.from({ length: 28 }, day);
    const start = performance.now();
    const merged = mergeOutcomes(days);
    expect(merged.scores!.get('p')!.lower.length).toBeGreaterThan(1100000);
    // 0.2 s; many times that where others keep the machine busy. A table for each pair of days would take minutes.
    expect(performance.now() - start).toBeLessThan(6000);
  });
});

describe('buckets', () => {
  const counts = (table: ScoreTable, name: string) => [...table.byClass.get(name)!.counts];

  it('with the same edges add up, the empty ones too', () => {
    const edges = [0, 0.25, 0.5, 1];
    const [a, b] = [bucketsOfRows([0, 1], [0.1, 0.6], edges, 'sums'), bucketsOfRows([1, 1], [0.2, 0.9], edges, 'sums')];
    const merged = mergeScores([a, b]);
    expect([...merged.lower, merged.upper[2]]).toEqual(edges);
    expect(counts(merged, '1')).toEqual([1, 0, 2]);
    expect([...merged.byClass.get('1')!.sums!]).toEqual([0.2, 0, 1.5]);
  });

  it('with other edges become the finest that cut none', () => {
    const a = bucketsOfRows([0, 1, 1], [0.1, 0.3, 0.9], [0, 0.2, 0.5, 1]);
    const b = bucketsOfRows([0, 1, 1], [0.1, 0.4, 0.6], [0, 0.2, 0.35, 0.5, 0.7, 1]);
    const merged = mergeScores([a, b]);
    expect([...merged.lower]).toEqual([0, 0.2, 0.5]);
    expect([...merged.upper]).toEqual([0.2, 0.5, 1]);
    expect(counts(merged, '1')).toEqual([0, 2, 2]);
    expect(counts(merged, '0')).toEqual([2, 0, 0]);
  });

  it('beside single scores keep what these tell', () => {
    const single = tableOfRows([1, 0, 1], [0.25, 0.5, 1]);
    const merged = mergeScores([single, bucketsOfRows([1, 0], [0.6, 0.7], [0, 0.5, 1], 'sums')]);
    // 0.25 lies in no bucket with rows; 0.5 and 1 do.
    expect([...merged.lower]).toEqual([0.25, 0.5]);
    expect([...merged.upper]).toEqual([0.25, 1]);
    expect([...merged.byClass.get('1')!.sums!]).toEqual([0.25, 1.6]);
    expect([...merged.byClass.get('0')!.sums!]).toEqual([0, 1.2]);
  });
});

describe('mergeErrors', () => {
  it('is what all rows together give', () => {
    const random = seededRandom(3, 'errors');
    const parts = Array.from({ length: 4 }, (_, k) => {
      const actual = Array.from({ length: 3 + k * 7 }, () => 1e5 + 10 * random.next());
      return { actual, predicted: actual.map((y) => y + random.next() - 0.4) };
    });
    const merged = mergeErrors(parts.map(({ actual, predicted }) => errorsOfRows(actual, predicted)));
    const whole = errorsOfRows(
      parts.flatMap(({ actual }) => actual),
      parts.flatMap(({ predicted }) => predicted)
    );
    for (const key of ['rows', 'meanActual', 'meanPredicted', 'squares', 'fourth'] as const) {
      expect(merged[key]! / whole[key]!).toBeCloseTo(1, 12);
    }
    for (const key of ['squaresActual', 'squaresPredicted', 'products'] as const) {
      expect(merged[key] / whole[key]).toBeCloseTo(1, 7);
    }
    expect(merged.sorted).toEqual(whole.sorted);
    expect(merged.absolute.low).toBeCloseTo(whole.absolute.low, 9);
  });
});
