/** @jest-environment node */
// Situations in which users of other tools got wrong figures, rebuilt with data of our own; what is right scikit-learn says.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cases from '../../../tests/fixtures/performance/reported.json';
import { parseQuery } from '../../query/parseQuery';
import { evaluate } from '../evaluate';
import type { PerformanceResult } from '../Result';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-reported-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Row = Readonly<Record<string, unknown>>;
const FORMATS: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
  csv: (rows) =>
    [Object.keys(rows[0]), ...rows.map((row) => Object.values(row).map((cell) => cell ?? ''))]
      .map((cells) => cells.join(','))
      .join('\n'),
  ndjson: (rows) => rows.map((row) => JSON.stringify(row)).join('\n'),
};

describe.each(Object.entries(FORMATS))('over %s', (format, write) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, { rows, asked, expected }) => {
    writeFileSync(join(folder, `rows.${format}`), write(rows));
    const query = parseQuery({
      ...{ kind: 'performance', window: 'range', label: { field: 'actual' } },
      ...{ ...asked, metrics: Object.keys(expected), current: { path: `rows.${format}` } },
    });
    const connections = { files: { type: 'file' as const, folder } };
    const { verdicts } = (await evaluate(query, { range: null, now: 0, connections })) as PerformanceResult;
    for (const [metric, value] of Object.entries(expected)) {
      const found = verdicts.find((one) => one.metric === metric && one.ofClass === undefined)?.current;
      expect([metric, found?.value]).toEqual([metric, value === null ? null : expect.closeTo(value, 9)]);
      expect(typeof found?.undefined).toBe(value === null ? 'string' : 'undefined');
    }
  });
});
