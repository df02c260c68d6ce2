/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alertRows } from '../../frames/alert/alertRows';
import { parseQuery } from '../../query/parseQuery';
import { describeQuality } from '../../verdict/quality/describeQuality';
import { evaluate } from '../evaluate';
import type { QualityResult } from '../Result';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);
const rows = Array.from({ length: 96 }, (_, i) => ({
  time: new Date(START + (i * DAY) / 24).toISOString(),
  region: i % 2 ? 'eu' : 'us',
  status: i % 3 ? 'paid' : 'open',
  // From the third day on one region writes paid orders without an amount.
  amount: i >= 48 && i % 2 === 1 ? 0 : i % 10 === 0 ? null : 5,
}));
writeFileSync(join(folder, 'orders.ndjson'), rows.map((row) => JSON.stringify(row)).join('\n'));

const paid = { name: 'paid has an amount', expr: 'status == "paid" implies amount > 0' };

async function ask(more: object): Promise<QualityResult> {
  const query = parseQuery({
    kind: 'quality',
    current: { path: 'orders.ndjson', timeField: 'time', features: [{ name: 'amount' }] },
    ...more,
  });
  const connections = { files: { type: 'file' as const, folder } };
  const range = { from: START, to: START + 4 * DAY };
  return (await evaluate(query, { range, now: START + 5 * DAY, connections })) as QualityResult;
}

const ofRules = ({ verdicts }: QualityResult) =>
  verdicts.filter(({ comparison }) => comparison.feature.startsWith('(rule) '));

it('judges a rule in each window and segment, and tells since when it is broken', async () => {
  const result = await ask({ rules: [paid], window: '1d', segmentBy: ['region'] });
  const found = ofRules(result).map(({ comparison, window, severity, since }) => [
    comparison.segment.region,
    ((window?.from ?? 0) - START) / DAY,
    severity,
    ((since.get('rule_broken') ?? NaN) - START) / DAY,
  ]);
  expect(found).toEqual([
    ['eu', 0, 0, NaN],
    ['us', 0, 0, NaN],
    ['eu', 1, 0, NaN],
    ['us', 1, 0, NaN],
    ['eu', 2, 2, 2],
    ['us', 2, 0, NaN],
    ['eu', 3, 2, 2],
    ['us', 3, 0, NaN],
  ]);
});

it('says beside a verdict how many rows it says nothing of', async () => {
  const [verdict] = ofRules(await ask({ rules: [{ ...paid, tolerate: 0.5 }] }));
  expect(verdict.comparison.current.counts).toMatchObject({ total: 96, missing: 6 });
  expect(describeQuality(verdict)).toBe(
    "Nothing found in rules. 16 of 90 rows break it, as many may. 6 rows aren't judged: a value that decides is missing or can't be read."
  );
});

it('refuses a rule that is wrong, and no other', async () => {
  const wrong = { name: 'wrong', expr: 'amuont > 0' };
  const unreadable = { name: 'unreadable', expr: 'amount >' };
  const result = await ask({ rules: [wrong, paid, unreadable] });
  expect(ofRules(result).map(({ comparison, severity }) => [comparison.feature, severity])).toEqual([
    ['(rule) wrong', null],
    ['(rule) paid has an amount', 2],
    ['(rule) unreadable', null],
  ]);
  expect([...(result.refusedRules ?? [])]).toEqual([
    ['unreadable', expect.stringMatching(/^at its end: nothing that a rule can hold stands there/)],
    ['wrong', 'at character 1 (amuont > 0): orders.ndjson has no column "amuont". Did you mean amount?'],
  ]);
});

it('is a row of an alert of its own, undecided where it is refused', async () => {
  const result = await ask({ rules: [paid, { name: 'wrong', expr: 'amuont > 0' }] });
  const alerts = alertRows(result).filter(({ name }) => name.startsWith('(rule)'));
  expect(alerts.map(({ name, severity, details }) => [name, severity, details.verdict])).toEqual([
    ['(rule) paid has an amount', 2, 'drift'],
    ['(rule) wrong', null, 'insufficient_data'],
  ]);
});

it('checks no rules where other checks alone are wanted', async () => {
  expect(ofRules(await ask({ rules: [paid], checks: ['missing'] }))).toEqual([]);
});

it('does not take a rule for a query that is wrong as a whole, unless two have one name', () => {
  const current = { path: 'orders.ndjson' };
  expect(() => parseQuery({ kind: 'quality', current, rules: [{ name: 'a', expr: ')' }] })).not.toThrow();
  expect(() => parseQuery({ kind: 'quality', current, rules: [paid, paid] })).toThrow('holds a name twice');
  expect(() => parseQuery({ kind: 'quality', current, rules: [{ ...paid, tolerate: 2 }] })).toThrow(
    '"rules.0.tolerate"'
  );
});

it('needs no other column than those of rules, which may all hold times', async () => {
  const lines = ['{"start":"2025-01-02","end":"2025-01-01"}', '{"start":"2025-01-02","end":"2025-01-03"}'];
  writeFileSync(join(folder, 'times.ndjson'), lines.join('\n'));
  const rules = [{ name: 'in order', expr: 'start <= end' }];
  const result = await ask({ current: { path: 'times.ndjson' }, rules });
  expect(result.verdicts.map(({ comparison, severity }) => [comparison.feature, severity])).toEqual([
    ['(rule) in order', 2],
  ]);
});

it('counts no rows that lie outside of the time range, among codes as well', async () => {
  const lines = rows.map(({ time }, i) => `{"time":"${time}","zip":"${i < 24 ? '00000' : `0${1000 + i}`}"}`);
  writeFileSync(join(folder, 'codes.ndjson'), lines.join('\n'));
  const rules = [{ name: 'known', expr: 'zip != "00000"' }];
  const current = { path: 'codes.ndjson', timeField: 'time' };
  const result = await ask({ current, rules, window: '1d' });
  const found = ofRules(result).map(({ comparison }) => comparison.current.counts.total);
  expect(found).toEqual([24, 24, 24, 24]);
  expect(ofRules(result).map(({ severity }) => severity)).toEqual([2, 0, 0, 0]);
});
