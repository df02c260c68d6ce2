/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { categoriesFromValues } from '../../distribution/categoriesFromValues';
import type { Distribution } from '../../distribution/Distribution';
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { explainedShares, type ExplainedShares } from './explainedShares';
import { shareErrors } from './shareErrors';
import { sliceCounts } from './sliceCounts';
import type { CauseMeasure } from './weighedEffect';

type Rows = ReadonlyArray<readonly [number, number]>;
interface Reference {
  readonly name: string;
  readonly measure: CauseMeasure;
  readonly baseline: Rows;
  readonly current: Rows;
  readonly effect: number;
  readonly without: readonly number[];
  readonly mix: number;
  /** Of each share, the mix last. */
  readonly deviations: readonly number[];
}

// SciPy's, from the rows; the script beside the file says how.
const { cases } = JSON.parse(
  readFileSync(join(__dirname, '../../../tests/fixtures/statistics/causes.json'), 'utf8')
) as { cases: Reference[] };

function slicesOf(rows: Rows, slices: number, measure: CauseMeasure): Distribution[] {
  return Array.from({ length: slices }, (_, slice) => {
    const values = rows.filter(([own]) => own === slice).map(([, value]) => value);
    return measure === 'total_variation' ? categoriesFromValues(values.map(String)) : sampleFromValues(values);
  });
}

const NOTHING = { share: NaN, low: NaN, high: NaN };
const VALUES = { kind: 'values' } as const;
const sides = ({ baseline, current, without, measure }: Reference) =>
  [baseline, current].map((side) => slicesOf(side, without.length, measure)) as [Distribution[], Distribution[]];

describe.each(cases)('$name', (reference) => {
  const { measure, effect, without, mix, deviations } = reference;

  it('explains as much as SciPy finds', () => {
    const counts = sliceCounts(...sides(reference), VALUES);
    const found = counts && explainedShares(measure, counts, { rows: 30 });
    expect((found?.effect.size ?? NaN) - (found?.effect.expected ?? NaN)).toBeCloseTo(effect, 9);
    found?.without.forEach((share, slice) => expect(share?.share).toBeCloseTo(without[slice], 7));
    expect(found?.mix?.share).toBeCloseTo(mix, 7);
  });

  it('varies about as much as in a bootstrap of the rows', () => {
    const counts = sliceCounts(...sides(reference), VALUES);
    const errors = counts && shareErrors(measure, counts, 1, 'test');
    [...(errors?.without ?? []), errors?.mix ?? null].forEach((error, i) => {
      // Of 200 replicates a deviation is known to 8%; positions are taken together.
      expect(Math.abs((error ?? NaN) - deviations[i])).toBeLessThan(0.3 * deviations[i] + 0.01);
    });
  });
});

describe('from buckets', () => {
  const [reference] = cases;
  const edges = Float64Array.from({ length: 40 }, (_, i) => -4 + i * 0.25);
  const counted = sides(reference).map((side) =>
    side.map((one) => (one.kind === 'samples' ? histogramFromSamples(one, edges) : one))
  ) as [Distribution[], Distribution[]];

  it.each(['wasserstein_normed', 'ks'] as const)(
    'tells about what the rows show, a mean distance within certain bounds: %s',
    (measure) => {
      const [fine, coarse] = [sides(reference), counted].map((pair) => {
        const counts = sliceCounts(...(pair as [Distribution[], Distribution[]]), VALUES);
        return counts && explainedShares(measure, counts, { rows: 30 });
      });
      const all = (one: ExplainedShares | null) => [...(one?.without ?? []), one?.mix].map((share) => share ?? NOTHING);
      const [exact, bounded] = [all(fine), all(coarse)];
      exact.forEach(({ share }, i) => {
        // A distance at the edges is what it is.
        expect(measure === 'ks' || bounded[i].low <= share + 1e-9).toBe(true);
        expect(measure === 'ks' || bounded[i].high >= share - 1e-9).toBe(true);
        expect(Math.abs(bounded[i].share - share)).toBeLessThan(0.15);
      });
    }
  );
});

describe('without a share', () => {
  const few = (values: number[]) => sampleFromValues(values);

  it('leaves nothing out where too few rows would be left', () => {
    const many = Array.from({ length: 100 }, (_, i) => i);
    const counts = sliceCounts([few(many), few([1, 2])], [few(many.map((v) => v + 50)), few([3, 4])], VALUES);
    const found = counts && explainedShares('ks', counts, { rows: 30 });
    expect(found?.without[0]).toBeNull();
    expect(found?.without[1]).not.toBeNull();
  });

  it('has none of equal sides', () => {
    const counts = sliceCounts([few([1, 2, 3])], [few([1, 2, 3])], VALUES);
    expect(counts && explainedShares('ks', counts, { rows: 1 })).toBeNull();
  });

  it('counts missing values and single categories in two columns', () => {
    const side = (missing: number) => [
      categoriesFromValues([...Array<null>(missing).fill(null), ...Array<string>(100 - missing).fill('a')]),
    ];
    const counts = sliceCounts(side(10), side(40), { kind: 'missing' });
    expect(counts?.baseline[0]).toMatchObject({ count: Float64Array.of(10, 90) });
    expect(counts?.current[0]).toMatchObject({ count: Float64Array.of(40, 60) });
    const named = sliceCounts(side(10), side(40), { kind: 'category', category: 'a' });
    expect(named?.baseline[0]).toMatchObject({ position: Int32Array.of(0), count: Float64Array.of(90) });
  });
});
