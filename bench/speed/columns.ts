import fs from 'node:fs';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { sampleFromNumbers } from '../../src/distribution/sampleFromValues';
import { decisionSchema } from '../../src/query/decision';
import { decideWindow } from '../../src/verdict/decideWindow';
import { medianSeconds } from './medianSeconds';

/**
 * Times the verdicts on all columns of two Parquet files from their raw, unsorted values in memory: KS with its p-value,
 * the normed Wasserstein distance and the missing rate, adjusted over all columns. Median seconds, as JSON on stdout.
 */
async function main(files: readonly string[]): Promise<void> {
  const [baseline, current] = await Promise.all(files.map(columnsOf));
  const decision = decisionSchema.parse({});
  const run = () =>
    decideWindow(
      Array.from(baseline, ([feature, values]) => ({
        feature,
        type: 'numeric' as const,
        segment: {},
        baseline: sampleFromNumbers(values),
        current: sampleFromNumbers(current.get(feature) ?? new Float64Array()),
      })),
      'auto',
      decision
    );
  process.stdout.write(JSON.stringify(medianSeconds(run, { fewest: 3, patience: 5 })));
}

async function columnsOf(path: string): Promise<Map<string, Float64Array>> {
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
  return new Map(Object.keys(rows[0]).map((name) => [name, Float64Array.from(rows, (row) => Number(row[name]))]));
}

void main(process.argv.slice(2).filter((path) => fs.existsSync(path)));
