import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { ExplainResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { ElasticsearchClient } from '../../src/sources/elasticsearch/client/ElasticsearchClient';
import { CASES, START, type CausesCase } from '../fixtures/causes/cases';
import { csvOf } from './support/csvOf';
import { compareResults } from './support/compareResults';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const WEEK = 7 * 86_400_000;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'causes-'));
const properties = {
  ...{ time: { type: 'date' }, case: { type: 'keyword' } },
  ...Object.fromEntries(
    ['carrier', 'origin', 'region', 'model_version', 'app', 'few', 'many'].map((name) => [name, { type: 'keyword' }])
  ),
  ...Object.fromEntries(['distance', 'amount', 'score', 'noise', 'value'].map((name) => [name, { type: 'double' }])),
};

afterEach(() => jest.restoreAllMocks());
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe.each(testServers())('$name', ({ url }) => {
  const connections = connectionsSchema.parse({
    logs: { type: 'elasticsearch', url },
    files: { type: 'file', folder },
  });

  beforeAll(async () => {
    const documents = CASES.flatMap(({ name, rows }) => rows().map((row) => ({ ...row, case: name })));
    CASES.forEach(({ name, rows }) => fs.writeFileSync(path.join(folder, `${name}.csv`), csvOf(rows())));
    await makeIndex(url, 'causes', properties, documents);
  });

  async function ask(current: object, own: object = {}): Promise<ExplainResult> {
    const of = { kind: 'drift', current, baseline: { kind: 'previous', offset: '7d' }, ...own };
    const range = { from: START + WEEK, to: START + 2 * WEEK };
    const result = await evaluate(parseQuery({ kind: 'explain', of }), { range, now: Date.now(), connections });
    if (result.kind !== 'explain') {
      throw new Error(result.kind);
    }
    return result;
  }

  const inStore = ({ name, rows, feature }: CausesCase) => {
    const features = Object.keys(rows()[0])
      .filter((key) => key !== 'time')
      .map((key) => ({ name: key }));
    return ask(
      { connection: 'logs', index: 'causes', timeField: 'time', query: `case:"${name}"`, features },
      { feature }
    );
  };

  it.each(CASES)('$name: names the same causes as the rows', async (one) => {
    const found = await inStore(one);
    const { name, feature, first, summary } = one;
    compareResults(found, await ask({ connection: 'files', path: `${name}.csv`, timeField: 'time' }, { feature }));
    expect(found.causes.slice(0, first.length).map(({ kind, field, value }) => [kind, field, value])).toEqual(
      first.map(([kind, field, value]) => [kind, field, value])
    );
    expect(found.summary).toMatch(summary);
  });

  it('asks once for each field and side, and never for documents', async () => {
    const search = jest.spyOn(ElasticsearchClient.prototype, 'search');
    await inStore(CASES[0]);
    const aggregations = search.mock.calls.flatMap(([, searches]) => searches.map(({ aggs }) => JSON.stringify(aggs)));
    const by = (field: string) =>
      aggregations.filter((text) => text.includes(`"segments":{"terms":{"field":"${field}"`));
    expect([by('carrier').length, by('origin').length]).toEqual([2, 2]);
  });
});
