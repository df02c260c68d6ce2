import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ScoreTable } from '../../../../outcomes/ScoreTable';
import type { OutcomeRoles, OutcomesCell, OutcomesRequest, OutcomesSet } from '../../../OutcomesRequest';
import type { RequestOptions } from '../../../Source';
import { FileSource } from '../../FileSource';

export type Cell = string | number | bigint | boolean | null;
export type Table = Readonly<Record<string, readonly Cell[]>>;

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-outcomes-'));
afterAll(() => rmSync(folder, { recursive: true }));
export const source = new FileSource({ type: 'file', folder });

export const rowsOf = (table: Table) =>
  Object.values(table)[0].map((_, i) =>
    Object.fromEntries(Object.entries(table).map(([name, cells]) => [name, cells[i]]))
  );
const textOf = (table: Table, delimiter: string) =>
  [Object.keys(table), ...rowsOf(table).map((row) => Object.values(row))]
    .map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))).join(delimiter))
    .join('\n');
/** Long integers are written as digits. */
const jsonOf = (value: unknown) =>
  JSON.stringify(value, (_, cell: unknown) => (typeof cell === 'bigint' ? `@${cell}@` : cell)).replaceAll(
    /"@(-?\d+)@"/g,
    '$1'
  );

function typeOf(cells: readonly Cell[]): 'STRING' | 'BOOLEAN' | 'INT64' | 'DOUBLE' {
  const holds = (type: string) => cells.some((cell) => typeof cell === type);
  return holds('string') ? 'STRING' : holds('boolean') ? 'BOOLEAN' : holds('bigint') ? 'INT64' : 'DOUBLE';
}

const WRITERS: Readonly<Record<string, (table: Table) => string | Uint8Array>> = {
  csv: (table) => textOf(table, ','),
  tsv: (table) => textOf(table, '\t'),
  'csv.gz': (table) => gzipSync(textOf(table, ',')),
  ndjson: (table) => rowsOf(table).map(jsonOf).join('\n'),
  json: (table) => jsonOf(rowsOf(table)),
  parquet: (table) =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: Object.entries(table).map(([name, data]) => ({ name, data: [...data], type: typeOf(data) })),
        rowGroupSize: 700,
      })
    ),
};
export const FORMATS = Object.keys(WRITERS);

let files = 0;
/** Writes a table and returns its path below the folder of `source`. */
export function write(format: string, table: Table): string {
  return writeAs(`${files++}.${format}`, WRITERS[format](table));
}

export function writeAs(path: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, path), content);
  return path;
}

export type Asked = Partial<Omit<OutcomesRequest, 'roles' | 'selection'>> & {
  readonly roles?: Partial<OutcomeRoles>;
  readonly selection?: Partial<OutcomesRequest['selection']>;
};

export const ROLES: OutcomeRoles = {
  task: 'classification',
  prediction: 'prediction',
  scores: [],
  label: { field: 'actual' },
  cuts: [],
};

export function outcomesOf(
  path: string,
  { roles, selection, ...request }: Asked = {},
  options: RequestOptions = {}
): Promise<OutcomesSet> {
  const plan = source.planOutcomes({
    windows: [null],
    segmentBy: [],
    asOf: null,
    timezone: 'UTC',
    ...request,
    selection: { path, ...selection },
    roles: { ...ROLES, ...roles },
  });
  return plan.execute(options);
}

/** Of all cells: rows by actual and predicted class. */
export function confusionOf(cells: readonly OutcomesCell[]): Record<string, number> {
  const pairs: Record<string, number> = {};
  for (const { outcomes } of cells) {
    outcomes.confusion?.counts.forEach((counts, i) =>
      counts.forEach((count, j) => {
        const { classes = [] } = outcomes.confusion ?? {};
        if (count > 0) {
          const pair = `${classes[i]} as ${classes[j]}`;
          pairs[pair] = (pairs[pair] ?? 0) + count;
        }
      })
    );
  }
  return pairs;
}

/** Of all cells: how often a score came with a class, or without a label. */
export function scoresOf(cells: readonly OutcomesCell[], name: string): Record<string, number> {
  const found: Record<string, number> = {};
  const add = (table: ScoreTable, of: string, counts: Float64Array) =>
    counts.forEach((count, i) => {
      const key = `${table.lower[i]} ${of}`;
      if (count > 0) {
        found[key] = (found[key] ?? 0) + count;
      }
    });
  for (const { outcomes } of cells) {
    const table = outcomes.scores?.get(name);
    if (table !== undefined) {
      expect(table.lower).toBe(table.upper);
      table.byClass.forEach(({ counts }, of) => add(table, of, counts));
      add(table, '?', table.unlabelled?.counts ?? new Float64Array());
    }
  }
  return found;
}

export const sum = (cells: readonly OutcomesCell[], of: (cell: OutcomesCell) => number) =>
  cells.reduce((total, cell) => total + of(cell), 0);
