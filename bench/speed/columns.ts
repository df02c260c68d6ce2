import fs from 'node:fs';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { sampleFromNumbers } from '../../src/distribution/sampleFromValues';
import { decisionSchema } from '../../src/query/decision';
import { bonferroni } from '../../src/statistics/corrections/bonferroni';
import { ks } from '../../src/statistics/numeric/ks';
import { decideWindow } from '../../src/verdict/decideWindow';
import { medianSeconds } from './medianSeconds';

/**
 * Times library calls on all columns of two Parquet files from their raw, unsorted values in memory, as JSON on stdout,
 * median seconds: `verdicts` are KS with its p-value, the normed Wasserstein distance and the missing rate, adjusted over
 * all columns; `ks` is KS with its p-value alone, adjusted by Bonferroni as Alibi Detect's KSDrift is.
 */
async function main(files: readonly string[]): Promise<void> {
  const [baseline, current] = await Promise.all(files.map(columnsOf));
  const sides = Array.from(
    baseline,
    ([feature, values]) => [feature, values, current.get(feature) ?? new Float64Array()] as const
  );
  const decision = decisionSchema.parse({});
  const verdicts = () =>
    decideWindow(
      sides.map(([feature, before, now]) => ({
        feature,
        type: 'numeric' as const,
        segment: {},
        baseline: sampleFromNumbers(before),
        current: sampleFromNumbers(now),
      })),
      'auto',
      decision
    );
  const options = { seed: 1, permutations: 0, exactKs: false };
  const alone = () =>
    bonferroni(sides.map(([, before, now]) => ks(sampleFromNumbers(before), sampleFromNumbers(now), options).pValue));
  const seconds = (run: () => unknown) => medianSeconds(run, { fewest: 3, patience: 5 });
  process.stdout.write(JSON.stringify({ verdicts: seconds(verdicts), ks: seconds(alone) }));
}

async function columnsOf(path: string): Promise<Map<string, Float64Array>> {
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
  return new Map(Object.keys(rows[0]).map((name) => [name, Float64Array.from(rows, (row) => Number(row[name]))]));
}

void main(process.argv.slice(2).filter((path) => fs.existsSync(path)));
