/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import type { QualityResult } from '../Result';
import { evaluate } from '../evaluate';
import { learnExpectations } from './learnExpectations';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-quality-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY = 86_400_000;
const START = Date.UTC(2013, 0, 1);
const day = (n: number) => START + n * DAY;
const A_DAY = 96;
/** Ten days; on the last two `miles` is called `distance`, and lies in the same file. */
const RENAMED = day(8);
const rows = Array.from({ length: 10 * A_DAY }, (_, i) => {
  const time = START + (i * DAY) / A_DAY;
  const miles = 100 + ((i * 7919) % 1000);
  const [old, now] = time < RENAMED ? [miles, ''] : ['', miles];
  return [new Date(time).toISOString(), old, now, (i * 31) % 50, 'abc'[i % 3]].join(',');
});
writeFileSync(join(folder, 'log.csv'), ['time,miles,distance,speed,kind', ...rows, ''].join('\n'));

async function check(features: object[], more: object = {}): Promise<string[]> {
  const query = parseQuery({
    kind: 'quality',
    current: { path: 'log.csv', timeField: 'time', features },
    baseline: { kind: 'window', from: new Date(START).toISOString(), to: new Date(RENAMED).toISOString() },
    ...more,
  });
  const connections = { files: { type: 'file' as const, folder } };
  const result = await evaluate(query, { range: { from: RENAMED, to: day(10) }, now: day(11), connections });
  const { verdicts } = result as QualityResult;
  return verdicts.flatMap(({ comparison, findings }) => findings.map(({ code }) => `${comparison.feature} ${code}`));
}

it('names the new name of a column in the data that has both, whether it is checked or not', async () => {
  expect(await check([])).toEqual(['miles column_renamed']);
  expect(await check([{ name: 'miles' }, { name: 'kind' }])).toEqual(['miles column_renamed']);
});

it('says that a column is gone where no new one agrees with it', async () => {
  const narrow = { current: { path: 'log.csv', timeField: 'time', query: 'kind:a', features: [{ name: 'miles' }] } };
  expect(await check([], narrow)).toEqual(['miles column_renamed']);
  writeFileSync(
    join(folder, 'gone.csv'),
    ['time,miles,speed,kind', ...rows.map((row) => row.replace(/^([^,]*),([^,]*),[^,]*/, '$1,$2')), ''].join('\n')
  );
  const gone = { current: { ...narrow.current, path: 'gone.csv' } };
  expect(await check([], gone)).toEqual(['miles column_vanished']);
});

it('takes a column for new of which no row of the baseline has a value, and says nothing else of it', async () => {
  expect(await check([{ name: 'distance' }])).toEqual(['distance column_new']);
});

it('offers names like one that is nowhere', async () => {
  await expect(check([{ name: 'mles' }])).rejects.toThrow(
    'Neither the baseline nor the current data have a column "mles". Did you mean miles?'
  );
});

it('learns no names that are rarer than the query lets be named', async () => {
  const lines = Array.from(
    { length: 300 },
    (_, i) => `${i % 2 === 0 ? 'late' : 'on_time'},${i < 4 ? 'Smith' : 'Miller'}`
  );
  writeFileSync(join(folder, 'names.csv'), ['class,name', ...lines, ''].join('\n'));
  const connections = { files: { type: 'file' as const, folder } };
  const learnt = async (minimumCount: number) => {
    const query = parseQuery({ kind: 'quality', current: { path: 'names.csv' }, minimumCount });
    return learnExpectations((await evaluate(query, { range: null, now: day(11), connections })) as QualityResult, 0.1);
  };
  expect((await learnt(0)).name).toMatchObject({ allowed: ['Miller', 'Smith'] });
  const hidden = await learnt(5);
  expect(JSON.stringify(hidden)).not.toContain('Smith');
  expect(hidden.name).not.toHaveProperty('allowed');
  expect(hidden.class).toMatchObject({ allowed: ['late', 'on_time'] });
});
