import fs from 'node:fs';
import path from 'node:path';
import { categoriesFromValues } from '../../src/distribution/categoriesFromValues';
import type { Distribution } from '../../src/distribution/Distribution';
import { sampleFromNumbers } from '../../src/distribution/sampleFromValues';
import type { TestName } from '../../src/query/testNames';
import { drawNormal } from '../../src/statistics/random/drawNormal';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import { TEST_FUNCTIONS } from '../../src/statistics/testFunctions';
import { medianSeconds } from './medianSeconds';

const SIZES = [1000, 100_000, 1_000_000];
/** Seconds for which a measurement is repeated, and how often at least. */
const PATIENCE = 0.5;
const FEWEST = 3;
/** As SciPy's ks_2samp does unless told otherwise. */
const EXACT_KS = 10_000;

type Kind = 'numbers' | 'categories' | 'booleans';

interface Work {
  readonly test: TestName;
  readonly kind: Kind;
  /** As many as the peer draws; 0 where it computes the distance alone. */
  readonly permutations: number;
}

const WORK: readonly Work[] = [
  ...(['ks', 'anderson_darling', 'cramer_von_mises', 'mann_whitney', 'welch_t'] as const).map((test) => ({
    test,
    kind: 'numbers' as const,
    permutations: 0,
  })),
  ...(['energy', 'wasserstein', 'wasserstein_normed', 'psi_sturges'] as const).map((test) => ({
    test,
    kind: 'numbers' as const,
    permutations: 0,
  })),
  { test: 'mmd', kind: 'numbers', permutations: 100 },
  { test: 'chi_square', kind: 'categories', permutations: 0 },
  { test: 'fisher', kind: 'booleans', permutations: 0 },
];

/**
 * Times each test on raw, unsorted values of both sides, from the values to the result: median seconds by test and
 * size, as JSON on stdout. Writes the values to `folder`, for the peers to work on the same.
 */
function main(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const seconds: Record<string, Record<number, number>> = {};
  for (const size of SIZES) {
    const sides = {
      numbers: both('numbers', size),
      categories: both('categories', size),
      booleans: both('booleans', size),
    };
    for (const [kind, [baseline, current]] of Object.entries(sides)) {
      write(path.join(folder, `${kind}-baseline-${size}.bin`), baseline);
      write(path.join(folder, `${kind}-current-${size}.bin`), current);
    }
    const text = {
      categories: sides.categories.map((codes) => Array.from(codes, (code) => `category ${code}`)),
      booleans: sides.booleans.map((codes) => Array.from(codes, (code) => (code === 0 ? 'no' : 'yes'))),
    };
    for (const { test, kind, permutations } of WORK) {
      const summarize: () => Distribution[] =
        kind === 'numbers'
          ? () => sides.numbers.map((values) => sampleFromNumbers(values))
          : () => text[kind].map(categoriesFromValues);
      const run = () => {
        const [baseline, current] = summarize();
        return TEST_FUNCTIONS[test](baseline, current, { seed: 1, permutations, exactKs: size <= EXACT_KS });
      };
      (seconds[test] ??= {})[size] = medianSeconds(run, { fewest: FEWEST, patience: PATIENCE });
    }
  }
  process.stdout.write(JSON.stringify(seconds));
}

/** Baseline and current sample, the second a little shifted. */
function both(kind: Kind, size: number): Float64Array[] {
  const random = seededRandom(1, `${kind} ${size}`);
  return [0, 1].map((side) =>
    Float64Array.from({ length: size }, () => {
      if (kind === 'numbers') {
        return drawNormal(random) + 0.01 * side;
      }
      return kind === 'categories' ? random.below(10) : random.next() < 0.3 + 0.001 * side ? 1 : 0;
    })
  );
}

function write(file: string, values: Float64Array): void {
  fs.writeFileSync(file, new Uint8Array(values.buffer));
}

main(process.argv[2]);
