import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from '../../src/evaluate/evaluate';
import type { WindowedQuality } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { describeFinding, nextStep } from '../../src/verdict/quality/describeFinding';
import { FAULTS, type Fault, type Row } from './faults';
import { DEMO, flightsBetween, linesOf } from './flights';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Tuesday from midnight to midnight in New York; four weeks before it are normal. */
const FROM = Date.UTC(2013, 2, 26, 4);
const NORMAL = { from: new Date(FROM - 28 * DAY).toISOString(), to: new Date(FROM).toISOString() };

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-quality-'));
afterAll(() => rmSync(folder, { recursive: true }));
const connections = { demo: { type: 'file', folder: DEMO }, files: { type: 'file', folder } } as const;

let day: Row[];
beforeAll(async () => {
  day = await flightsBetween(FROM, FROM + DAY);
});

async function check(rows: readonly Row[], expectations: Fault['expect'] = {}): Promise<readonly WindowedQuality[]> {
  writeFileSync(join(folder, 'day.ndjson'), linesOf(rows));
  const query = parseQuery({
    kind: 'quality',
    current: {
      connection: 'files',
      path: 'day.ndjson',
      timeField: 'time',
      features: Object.entries(expectations).map(([name, expect]) => ({ name, expect })),
    },
    baseline: { kind: 'selection', connection: 'demo', path: 'flights.parquet', timeField: 'time', ...NORMAL },
  });
  const result = await evaluate(query, { range: { from: FROM, to: FROM + DAY }, now: FROM + 30 * DAY, connections });
  if (result.kind !== 'quality') {
    throw new Error(`a result of the kind ${result.kind}`);
  }
  return result.verdicts;
}

const foundIn = (verdicts: readonly WindowedQuality[]) =>
  verdicts.flatMap(({ comparison, findings }) => findings.map((finding) => ({ feature: comparison.feature, finding })));

it('finds nothing in the day as it was, and says so of every column', async () => {
  const verdicts = await check(day);
  expect(foundIn(verdicts)).toEqual([]);
  expect(verdicts.map(({ severity }) => severity)).toEqual(verdicts.map(() => 0));
  expect(verdicts.map(({ comparison }) => comparison.feature)).toEqual(
    expect.arrayContaining(['(rows)', 'carrier', 'distance_miles', 'prediction'])
  );
});

it.each(FAULTS)('names $name', async ({ inject, expect: expectations, found, also = [] }) => {
  const all = foundIn(await check(inject(day), expectations));
  const said = all.map(({ feature, finding }) => `${feature} ${finding.code}`);
  expect(said).toContain(`${found.feature} ${found.code}`);
  const finding = all.find((one) => one.feature === found.feature && one.finding.code === found.code)?.finding;
  expect(finding?.facts).toMatchObject(found.facts ?? {});
  expect(describeFinding(finding!)).toMatch(/^[A-Z0-9].*\.$/);
  expect(describeFinding(finding!)).not.toMatch(/undefined|null|unknown/);
  expect(nextStep(finding!)).toMatch(/\.$/);
  // Nothing else is blamed: one fault is one finding.
  expect(said.sort()).toEqual([`${found.feature} ${found.code}`, ...also].sort());
});

it('names a filler in a column whose rows share what they read by the hour, and not the readings of a day', async () => {
  const filled = day.map((row, i) => (i % 20 === 3 ? { ...row, wind_speed_mph: 12 } : row));
  const found = foundIn(await check(filled)).map(({ feature, finding }) => ({ feature, ...finding }));
  expect(found).toMatchObject([{ feature: 'wind_speed_mph', code: 'value_grown', facts: { value: 12 } }]);
});
