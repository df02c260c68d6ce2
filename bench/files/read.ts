// Reads a file as a benchmark asks, through the data source's own file source, and prints the sum of n1.
//   read.ts FILE one|range|all ROWS
import path from 'node:path';
import { FileSource } from '../../src/sources/file/FileSource';
import type { TypedFeature } from '../../src/sources/Source';

const FROM = Date.UTC(2026, 0, 1);

async function main([file, asked, rows]: readonly string[]): Promise<void> {
  const source = new FileSource({ type: 'file', folder: path.dirname(file) });
  const numbers = asked === 'all' ? Array.from({ length: 12 }, (_, k) => `n${k}`) : ['n1'];
  const words = asked === 'all' ? Array.from({ length: 6 }, (_, k) => `t${k}`) : [];
  const features: TypedFeature[] = [
    ...numbers.map((name) => ({ name, type: 'numeric' as const })),
    ...words.map((name) => ({ name, type: 'categorical' as const })),
  ];
  const isRange = asked === 'range';
  const window = isRange ? { from: FROM + 900 * Number(rows), to: FROM + 1000 * Number(rows) } : null;
  const plan = source.plan({
    selection: { path: path.basename(file), ...(isRange && { timeField: 'time' }) },
    features,
    windows: [window],
    segmentBy: [],
  });
  if ('unsupported' in plan) {
    throw new Error(String(plan.unsupported));
  }
  const { cells } = await plan.execute({ last: true });
  const n1 = cells.find(({ feature }) => feature === 'n1')?.distribution;
  const sum = n1?.kind === 'samples' ? n1.sorted.reduce((total, value) => total + value, 0) : NaN;
  process.stdout.write(`${sum}\n`);
}

void main(process.argv.slice(2));
