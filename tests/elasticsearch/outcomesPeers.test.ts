// Cases in which other tools say nothing, or something wrong: over documents, as over the rows of a file.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { PerformanceResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { csvOf } from './support/csvOf';
import { numbersFrom, type Row, START } from './support/outcomeCases';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const DAY = 86_400_000;
const [ROWS, DAYS] = [11_200, 28];
const keyword = { type: 'keyword' };
const fields = ['said', 'drop', 'half', 'reported', 'late', 'rare', 'rareSaid'];
const properties = {
  ...Object.fromEntries(fields.map((name) => [name, keyword])),
  ...{ at: { type: 'date' }, labelled: { type: 'date' }, quarter: { type: 'date' }, score: { type: 'double' } },
};

/** Two weeks of predictions of which 80% are right, and two in which 70% are. */
function rowsOf(): Row[] {
  const next = numbersFrom(31);
  const word = (isBad: boolean) => (isBad ? 'bad' : 'good');
  return Array.from({ length: ROWS }, (_, i): Row => {
    const at = START + Math.floor((i / ROWS) * DAYS * DAY);
    const isNew = i >= ROWS / 2;
    const score = Math.round((next() < 0.5 ? 0.2 : 0.8) * 100) / 100;
    const isBad = next() < score;
    const said = word(score > 0.5);
    // A tenth of what was right comes out wrong.
    const drop = isNew && word(isBad) === said && next() < 0.125 ? word(!isBad) : word(isBad);
    const isRare = next() < 0.02;
    return {
      ...{ at, score, said, drop, labelled: at + Math.floor(next() * DAY), quarter: at + 90 * DAY },
      half: next() < 0.5 ? word(isBad) : undefined,
      reported: isBad ? 'bad' : undefined,
      late: isNew ? undefined : word(isBad),
      rare: word(isRare),
      rareSaid: word(next() < (isRare ? 0.6 : 0.01)),
    };
  });
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-peers-'));
const rows = rowsOf();
beforeAll(() => fs.writeFileSync(path.join(folder, 'rows.csv'), csvOf(rows)));
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe.each(testServers())('$name', ({ url }) => {
  beforeAll(() => makeIndex(url, 'peers', properties, rows, { number_of_shards: 2 }));
  const connections = connectionsSchema.parse({
    logs: { type: 'elasticsearch', url },
    files: { type: 'file', folder },
  });

  const places = [
    ['documents', { connection: 'logs', index: 'peers' }],
    ['rows', { connection: 'files', path: 'rows.csv' }],
  ] as const;

  describe.each(places)('over %s', (_, place) => {
    async function find(metric: string, asked: object, now = START + (DAYS + 2) * DAY) {
      const query = parseQuery({
        ...{ kind: 'performance', window: 'range', current: { ...place, timeField: 'at' } },
        ...{ prediction: 'said', positive: 'bad', baseline: { kind: 'previous', offset: '14d' }, metrics: [metric] },
        ...asked,
      });
      const range = { from: START + 14 * DAY, to: START + DAYS * DAY };
      const { verdicts } = (await evaluate(query, { range, now, connections })) as PerformanceResult;
      return verdicts.find((one) => one.metric === metric && one.ofClass === undefined);
    }

    it('finds an accuracy of 70% worse than one of 80%', async () => {
      const found = await find('accuracy', { label: { field: 'drop' } });
      expect(found).toMatchObject({ verdict: 'worse', severity: 2 });
      expect(found?.baseline?.value).toBeCloseTo(0.8, 1);
      expect(found?.current.value).toBeCloseTo(0.7, 1);
    });

    it('does not find precision worse where 2% are positive and nothing changed', async () => {
      const found = await find('precision', { label: { field: 'rare' }, prediction: 'rareSaid' });
      expect(found?.verdict).not.toBe('labels_pending');
      expect(found?.severity ?? 0).toBe(0);
    });

    it('measures the half of the rows that has labels, and says which share that is', async () => {
      const found = await find('accuracy', { label: { field: 'half' } });
      expect((found?.labelled ?? NaN) / (found?.rows ?? NaN)).toBeCloseTo(0.5, 1);
      expect(found?.current.value).toBeCloseTo(0.8, 1);
      expect(found).toMatchObject({ verdict: 'not_worse', severity: 0 });
    });

    it('estimates where no label has come', async () => {
      const found = await find('accuracy', { label: { field: 'late' }, score: 'score' });
      expect(found?.current.value).toBeNull();
      expect(found?.estimated?.value).toBeCloseTo(0.8, 1);
    });

    it.each([
      ['only one class is reported yet', 'reported', { implied: 'good', deadline: '90d', timeField: 'labelled' }],
      ['labels come after ninety days', 'drop', { deadline: '91d', timeField: 'quarter' }],
    ])('waits where %s', async (_name, field, label) => {
      const found = await find('accuracy', { label: { field, ...label } });
      expect(found).toMatchObject({ verdict: 'labels_pending', severity: null });
      expect(found?.matureAt).toBeGreaterThan(START + (DAYS + 14) * DAY);
    });
  });
});
