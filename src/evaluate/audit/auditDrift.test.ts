/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DriftQuery } from '../../query/driftQuery';
import { parseQuery } from '../../query/parseQuery';
import { drawNormal } from '../../statistics/random/drawNormal';
import { seededRandom } from '../../statistics/random/seededRandom';
import { auditDrift } from './auditDrift';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = 86_400_000;
const MONDAY = Date.UTC(2024, 0, 1);
const DAYS = 20 * 7;
const ROWS = 200;
const BROKEN = 125;
const RANGE = { from: MONDAY + 12 * 7 * DAY, to: MONDAY + DAYS * DAY };

/** The level of a day wanders and is higher on weekends; on one day x is 3 standard deviations off. */
function write(name: string): string {
  const random = seededRandom(3, name);
  const lines = ['time,x,y'];
  let level = 0;
  for (let day = 0; day < DAYS; day++) {
    level = 0.7 * level + 0.2 * drawNormal(random);
    const shift = level + (day % 7 >= 5 ? 1 : 0) + (name === 'broken.csv' && day === BROKEN ? 3 : 0);
    for (let i = 0; i < ROWS; i++) {
      const time = new Date(MONDAY + day * DAY + (i * DAY) / ROWS).toISOString();
      lines.push(`${time},${drawNormal(random) + shift},${drawNormal(random)}`);
    }
  }
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return name;
}

const queryOf = (path: string, more: object = {}) =>
  parseQuery({
    kind: 'drift',
    window: '1d',
    current: { path, timeField: 'time', features: [{ name: 'x' }, { name: 'y' }] },
    baseline: { kind: 'seasonal', period: '1w', count: 4 },
    decision: { significance: 'sequential' },
    ...more,
  }) as DriftQuery;

const ask = (query: DriftQuery, range: typeof RANGE | null = RANGE) =>
  auditDrift(query, { range, now: RANGE.to + DAY, connections: { files: { type: 'file', folder } } }, { shuffles: 3 });

const quiet = write('quiet.csv');
const broken = write('broken.csv');

it('tells the modes apart on data without drift: independent rows alarm, past windows do not', async () => {
  const { replays, shuffled, planted } = await ask(queryOf(quiet));
  const [iid, calibrated, sequential] = replays;
  expect(replays.map(({ significance, looks }) => [significance, looks])).toEqual([
    ['iid', 56],
    ['calibrated', 56],
    ['sequential', 56],
  ]);
  expect(iid.alarms).toBeGreaterThan(20);
  expect(calibrated.alarms).toBeLessThanOrEqual(8);
  expect(sequential.episodes).toBeLessThanOrEqual(1);
  expect(iid.promised).toBeCloseTo(0.05 * 56, 9);
  expect(sequential.promised).toBeCloseTo(56 / 90, 9);
  // Eight seasons of seven days, three orders each.
  expect(shuffled.map(({ significance, looks }) => [significance, looks])).toEqual([
    ['calibrated', 168],
    ['sequential', 168],
  ]);
  expect(shuffled[1].episodes).toBeLessThanOrEqual(4);
  const found = (size: number) =>
    planted.filter((one) => one.size === size).reduce((sum, one) => sum + one.found / one.seasons, 0);
  expect(found(1)).toBeGreaterThan(found(0.1));
});

it('alarms hardly beside a random half of the same rows, and says how many', async () => {
  const { halves } = await ask(queryOf(quiet));
  expect(halves.map(({ significance, looks }) => [significance, looks])).toEqual([
    ['iid', 56],
    ['calibrated', 56],
    ['sequential', 56],
  ]);
  expect(halves[0].alarms + halves[2].alarms).toBeLessThanOrEqual(2);
  expect(halves[1].alarms).toBeLessThanOrEqual(8);
});

it('measures its precision by what people marked', async () => {
  const stretch = { from: MONDAY + BROKEN * DAY, to: MONDAY + (BROKEN + 2) * DAY };
  const [from, to] = [stretch.from, stretch.to].map((time) => new Date(time).toISOString());
  const decision = { significance: 'sequential', marks: [{ mark: 'true-alarm', from, to }] };
  const { replays } = await ask(queryOf(broken, { decision }));
  expect(replays[2].marked).toMatchObject({ trueAlarms: 1, falseAlarms: 0, precision: 1, high: 1 });
  expect(replays[2].marked.low).toBeLessThan(0.3);
  const annotated = { marks: [{ mark: 'false-alarm' as const, ...stretch }], tagged: new Map(), notices: [] };
  const context = { range: RANGE, now: RANGE.to, connections: { files: { type: 'file' as const, folder } } };
  const other = await auditDrift(queryOf(broken), { ...context, annotations: annotated }, { shuffles: 0 });
  expect(other.replays[2].marked).toMatchObject({ trueAlarms: 0, falseAlarms: 1, precision: 0 });
});

it('names what fired, when, and how often that would come', async () => {
  const { replays } = await ask(queryOf(broken));
  const { fired, rate, rateLow, rateHigh, episodes } = replays[2];
  expect(fired).toHaveLength(episodes);
  expect(fired).toContainEqual(
    expect.objectContaining({
      from: MONDAY + BROKEN * DAY,
      feature: 'x',
      reason: expect.stringMatching(/shift of .* standard deviations since the window before/),
    })
  );
  expect(rate).toBeCloseTo((episodes * 90) / 56, 9);
  expect(rateLow).toBeLessThan(rate ?? 0);
  expect(rateHigh).toBeGreaterThan(rate ?? 0);
});

it('says why a mode cannot be replayed, and replays the others', async () => {
  const { replays } = await ask(
    queryOf(quiet, { baseline: { kind: 'previous', offset: '7d' }, decision: { significance: 'iid' } })
  );
  expect(replays[0].looks).toBe(56);
  expect(replays[1]).toMatchObject({ looks: 0, rate: null, problem: expect.stringContaining('"baseline') });
});

it('refuses a calendar that is not known, whatever the other modes could replay', async () => {
  const decision = { significance: 'sequential', exclude: [{ calendar: 'Amerika' }] };
  await expect(ask(queryOf(quiet, { decision }))).rejects.toThrow('unknown calendar "Amerika"');
});

it('needs windows, and a past', async () => {
  await expect(ask(queryOf(quiet), null)).rejects.toThrow('An audit needs a time range');
  await expect(ask(queryOf(quiet, { window: 'range', decision: {} }))).rejects.toThrow('"window": must be a duration');
});
