/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../query/parseQuery';
import { noticeText } from '../sources/Notice';
import { seededRandom } from '../statistics/random/seededRandom';
import { describeFinding } from '../verdict/quality/describeFinding';
import { evaluate } from './evaluate';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-repeats-'));
afterAll(() => rmSync(folder, { recursive: true }));

const random = seededRandom(1, 'row repeats');
let key = 0;
/** Columns whose values repeat, in rows that hardly do. */
const row = () => [random.below(60) / 10, 'abcde'[random.below(5)], random.below(40)].join(',');
const rows = (size: number) => Array.from({ length: size }, () => `E${String(key++).padStart(8, '0')},${row()}`);
const write = (name: string, lines: readonly string[]) =>
  writeFileSync(join(folder, `${name}.csv`), `${['id,x,c,n', ...lines].join('\n')}\n`);

beforeAll(() => {
  const once = rows(300);
  write('before', rows(5000));
  write('replayed', [...once, ...once, ...once]);
  write('fresh', rows(900));
  write(
    'visits',
    Array.from({ length: 900 }, (_, i) => `V${String(Math.floor(i / 5)).padStart(8, '0')},${row()}`)
  );
});

async function ask(kind: 'drift' | 'quality', name: string, more: object = {}) {
  const current = { path: `${name}.csv` };
  const query = parseQuery({ kind, current, baseline: { kind: 'selection', path: 'before.csv' }, ...more });
  return evaluate(query, { range: null, now: 0, connections: { files: { type: 'file', folder } } });
}
const said = async (name: string, more: object = {}) =>
  (await ask('drift', name, more)).notices.map(noticeText).filter((text) => text.includes('independent'));
const found = async (name: string) => {
  const result = await ask('quality', name);
  const findings = result.kind === 'quality' ? result.verdicts.flatMap((one) => one.findings) : [];
  return findings.map((finding) => `${finding.code} ${finding.severity}: ${describeFinding(finding)}`);
};

it('says of rows that were delivered three times how many are independent, though no column repeats more', async () => {
  expect(await said('replayed')).toEqual([expect.stringMatching(/^Rows: 100% of .* about 29\d of 900 are/)]);
  expect(await found('replayed')).toEqual([
    expect.stringMatching(/^rows_dependent 1: 100% of the different rows .* about 29\d of 900 are\.$/),
  ]);
});

it('says of visits how many keys they have, unless the query names them as clusters', async () => {
  expect(await said('visits')).toEqual([expect.stringMatching(/^id: 100% of .* about 180 of 900 are/)]);
  expect(await found('visits')).toEqual([
    expect.stringMatching(/^rows_dependent 1: 100% of .* "id" .* about 180 of 900/),
  ]);
  const clustered = (await ask('drift', 'visits', { cluster: 'id' })).notices.map(noticeText).join('\n');
  expect(clustered).toContain('values of x in 180 clusters by id count as');
  expect(clustered).not.toContain('occur more than once');
});

it('says nothing of rows that stand there once', async () => {
  expect(await said('fresh')).toEqual([]);
  expect(await found('fresh')).toEqual([]);
});
