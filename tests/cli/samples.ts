import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../src/statistics/random/seededRandom';

export type Table = Readonly<Record<string, readonly unknown[]>>;

/** A folder of its own for a suite's files, which goes with the suite. */
export function sampleFolder(): {
  put(name: string, content: string | Uint8Array): string;
  csv(name: string, table: Table): string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'modelwatch-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  return { put, csv: (name, table) => put(name, csvOf(table)) };
}

export function csvOf(table: Table): string {
  const columns = Object.values(table);
  const rows = columns[0].map((_, row) => columns.map((column) => column[row]).join(','));
  return [Object.keys(table).join(','), ...rows, ''].join('\n');
}

export function rowsOf(table: Table): Array<Record<string, unknown>> {
  const names = Object.keys(table);
  return table[names[0]].map((_, row) => Object.fromEntries(names.map((name) => [name, table[name][row]])));
}

/** Numbers from a normal distribution, the same for the same seed. */
export function normal(count: number, mean: number, seed: number): number[] {
  const random = seededRandom(seed, 'samples');
  return Array.from(
    { length: count },
    () => mean + Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  );
}

/** Categories drawn from a list, the same for the same seed. */
export function choice(count: number, from: string, seed: number): string[] {
  const random = seededRandom(seed, 'samples');
  return Array.from({ length: count }, () => from[Math.floor(random.next() * from.length)]);
}
