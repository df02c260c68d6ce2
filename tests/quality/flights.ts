import { join, resolve } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Row } from './faults';

export const DEMO = resolve(__dirname, '../../demo');

/** Flights of the demo that depart in a stretch of time. */
export async function flightsBetween(from: number, to: number): Promise<Row[]> {
  const file = await asyncBufferFromFile(join(DEMO, 'flights.parquet'));
  const rows = await parquetReadObjects({ file, compressors });
  return rows.filter(({ time }) => Number(time) >= from && Number(time) < to);
}

/** Lines of JSON, in which NaN and infinite numbers are written as text. */
export function linesOf(rows: readonly Row[]): string {
  const write = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  return `${rows.map((row) => JSON.stringify(row, write)).join('\n')}\n`;
}
