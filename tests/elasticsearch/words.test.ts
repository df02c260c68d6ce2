import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { QualityResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { noticeText } from '../../src/sources/Notice';
import { describeFinding } from '../../src/verdict/quality/describeFinding';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const WEEK = 7 * 86_400_000;
const START = Date.UTC(2024, 0, 1);
const EACH = 900;
const range = { from: START + WEEK, to: START + 2 * WEEK };
const SUBJECTS = ['parcel', 'invoice', 'password', 'delivery', 'refund', 'account'];
const NEW = ['cyberattack', 'outage', 'breach'];
const STATES = ['arrived late', 'is missing', 'was wrong', 'can not be found'];

/** What people write to a help desk: in the second week of other things. */
const rows = Array.from({ length: 2 * EACH }, (_, i) => {
  const isLater = i >= EACH;
  const isNew = isLater && i % 2 === 0;
  const what = isNew ? `${NEW[i % 3]} and ${NEW[(i + 1) % 3]}` : `${SUBJECTS[i % 6]} ${STATES[i % 4]}`;
  const note = i % 50 === 0 ? null : `My ${what}, order ${i % 9}`;
  return { at: new Date(START + Math.floor((i * WEEK) / EACH)).toISOString(), note, amount: (i % 40) + 0.5 };
});
const properties = { at: { type: 'date' }, note: { type: 'text' }, amount: { type: 'double' } };

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-words-'));
  fs.writeFileSync(path.join(folder, 'desk.ndjson'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe.each(testServers())('$name', ({ url }) => {
  beforeAll(() => makeIndex(url, 'desk', properties, rows));

  async function check(place: object, features: readonly object[], more: object = {}): Promise<QualityResult> {
    const query = parseQuery({
      kind: 'quality',
      current: { ...place, timeField: 'at', features },
      baseline: { kind: 'previous', offset: '7d' },
      ...more,
    });
    const connections = connectionsSchema.parse({
      logs: { type: 'elasticsearch', url },
      files: { type: 'file', folder },
    });
    return (await evaluate(query, { range, now: Date.now(), connections })) as QualityResult;
  }

  const found = ({ verdicts }: QualityResult) =>
    verdicts.flatMap(({ comparison, findings }) =>
      findings.map((finding) => `${comparison.feature} ${finding.code} ${describeFinding(finding)}`)
    );
  const store = { connection: 'logs', index: 'desk' };
  const file = { connection: 'files', path: 'desk.ndjson' };

  it.each([
    ['named as text', [{ name: 'note', type: 'text' }, { name: 'amount' }]],
    ['of which the mapping alone tells that it is text', [{ name: 'note' }, { name: 'amount' }]],
  ])('reads the words of a field %s from documents, says so, and finds what the rows tell', async (_, features) => {
    const counted = await check(store, features);
    const read = await check(file, [{ name: 'note', type: 'text' }, { name: 'amount' }]);
    expect(found(counted)).toEqual(found(read));
    expect(found(counted).join('\n')).toMatch(/note words_unknown .*(cyberattack|outage|breach)/);
    expect(counted.notices.map(noticeText).join('\n')).toMatch(
      /Read from documents themselves, all 900, since the store can't count what they hold: note\./
    );
    const missing = ({ verdicts }: QualityResult) =>
      verdicts.map(({ comparison, summaries }) => [comparison.feature, summaries.missing_rate.value]);
    expect(missing(counted)).toEqual(missing(read));
  });

  it('checks windows of a day without reading documents anew for each past one', async () => {
    const counted = await check(store, [{ name: 'note', type: 'text' }, { name: 'amount' }], { window: '1d' });
    expect(new Set(found(counted).map((one) => one.split(' ').slice(0, 2).join(' ')))).toEqual(
      new Set(['note words_unknown'])
    );
  });
});
