import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from '../../src/evaluate/evaluate';
import type { QualityResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { describeFinding, nextStep } from '../../src/verdict/quality/describeFinding';
import { ARRIVAL_FAULTS, logged } from './arrivalFaults';
import type { Row } from './faults';
import { flightsBetween, linesOf } from './flights';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Tuesday from midnight to midnight in New York, and four weeks before it. */
const FROM = Date.UTC(2013, 2, 26, 4);

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-arrival-'));
afterAll(() => rmSync(folder, { recursive: true }));

let rows: Row[];
beforeAll(async () => {
  rows = logged(await flightsBetween(FROM - 28 * DAY, FROM + DAY));
}, 60_000);

const isBefore = ({ time }: Row) => Number(time) < FROM;

async function check(all: readonly Row[], range: { from: number; to: number }, more: object): Promise<QualityResult> {
  writeFileSync(join(folder, 'log.ndjson'), linesOf(all));
  const query = parseQuery({
    kind: 'quality',
    timezone: 'America/New_York',
    current: { path: 'log.ndjson', timeField: 'time' },
    baseline: { kind: 'seasonal', period: '1d', count: 28 },
    ...more,
  });
  const connections = { files: { type: 'file' as const, folder } };
  const result = await evaluate(query, { range, now: FROM + 30 * DAY, connections });
  return result as QualityResult;
}

const checkDay = (all: readonly Row[], arrival: object = {}) =>
  check(all, { from: FROM, to: FROM + DAY }, { arrival: { field: 'logged_at', ...arrival } });

const foundIn = ({ verdicts }: QualityResult) =>
  verdicts.flatMap(({ comparison, findings }) => findings.map((finding) => ({ feature: comparison.feature, finding })));

it('finds nothing where rows arrive as ever, and says how long they took', async () => {
  const result = await checkDay(rows, { maxDelay: '2m' });
  expect(foundIn(result)).toEqual([]);
  const delay = result.verdicts.find(({ comparison }) => comparison.feature === '(delay)');
  expect(delay?.severity).toBe(0);
  expect(delay?.summaries.median.value).toBeCloseTo(7, 0);
  expect(delay?.summaries.median.usual?.windows).toBe(28);
  // When a row arrived is no feature.
  expect(result.verdicts.map(({ comparison }) => comparison.feature)).not.toContain('logged_at');
});

it.each(ARRIVAL_FAULTS)('names $name', async ({ inject, arrival, found, facts = {}, words }) => {
  const day = inject(rows.filter((row) => !isBefore(row)));
  const all = foundIn(await checkDay([...rows.filter(isBefore), ...day], arrival));
  expect(all.map(({ feature, finding }) => `${feature} ${finding.code}`).sort()).toEqual([...found].sort());
  for (const { finding } of all) {
    expect(describeFinding(finding)).toMatch(words);
    expect(describeFinding(finding)).not.toMatch(/undefined|null|unknown|NaN/);
    expect(nextStep(finding)).toMatch(/\.$/);
  }
  expect(all[0].finding.facts).toMatchObject(facts);
});

it('says since when nothing comes, where the only time is that of the row', async () => {
  // Six hours until noon, of whose last forty minutes nothing came; a whole hour is never empty.
  const noon = FROM + 12 * HOUR;
  const range = { from: noon - 6 * HOUR, to: noon };
  expect(foundIn(await check(rows, range, {}))).toEqual([]);
  const stopped = rows.filter(({ time }) => Number(time) < noon - HOUR / 1.5 || Number(time) >= noon);
  const [only, ...others] = foundIn(await check(stopped, range, {}));
  expect(others).toEqual([]);
  expect(only).toMatchObject({ feature: '(rows)', finding: { code: 'stale', severity: 2 } });
  expect(describeFinding(only.finding)).toMatch(
    /^No data since 2013-03-26 15:\d\d UTC, for 4\d\.?\d* minutes; at the end of 28 windows of the baseline it was [\d.]+ minutes? at most\.$/
  );
});

it('asks nothing of arrival where other checks are asked for, and refuses what can not be told', async () => {
  const late = ARRIVAL_FAULTS[0].inject(rows);
  const day = { from: FROM, to: FROM + DAY };
  expect(foundIn(await check(late, day, { checks: ['missing'], arrival: { field: 'logged_at' } }))).toEqual([]);
  await expect(checkDay(rows, { field: 'loged_at' })).rejects.toThrow(/no column "loged_at".*Did you mean logged_at\?/);
  await expect(check(rows, day, { arrival: { maxDelay: '1h' } })).rejects.toThrow(
    /arrival\.maxDelay.*needs the "field"/
  );
});
