import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FileSource } from '../../src/sources/file/FileSource';
import type { OutcomesRequest, OutcomesSet } from '../../src/sources/OutcomesRequest';
import { compareOutcomes } from './support/compareOutcomes';
import { csvOf } from './support/csvOf';
import { classCase, numberCase, type OutcomeCase } from './support/outcomeCases';
import { testServers } from './support/servers';
import { makeIndex, sourceAt } from './support/store';

const INDEX = 'outcomes';
const keyword = { type: 'keyword' };
const properties = {
  case: keyword,
  at: { type: 'date' },
  labelled: { type: 'date_nanos' },
  ...{ predicted: keyword, actual: keyword, country: keyword, version: keyword },
  ...{ score: { type: 'double' }, second: { type: 'float' } },
  ...{ forecast: { type: 'double' }, outcome: { type: 'double' } },
};

const small = Array.from({ length: 96 }, (_, i) => classCase(i + 1, 1 + ((i * 37) % 120), 1 + (i % 4)));
/** More different scores than are counted one by one. */
const large = [classCase(1001, 6000, 12), classCase(1004, 5000, 7), classCase(1009, 4000, 9)];
const numbers = Array.from({ length: 24 }, (_, i) => numberCase(i + 1, 1 + ((i * 53) % 300), i % 5 === 4 ? 1000 : 0));
const cases: readonly OutcomeCase[] = [...small, ...large, ...numbers];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-outcomes-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function ofRows({ name, rows, request }: OutcomeCase): Promise<OutcomesSet> {
  const file = `${name}.csv`;
  fs.writeFileSync(path.join(folder, file), csvOf(rows));
  const source = new FileSource({ type: 'file', folder });
  return source.planOutcomes({ ...request, selection: { path: file, timeField: 'at' } }).execute({});
}

describe.each(testServers())('$name', ({ url }) => {
  beforeAll(() =>
    makeIndex(
      url,
      INDEX,
      properties,
      cases.flatMap(({ rows }) => rows),
      { number_of_shards: 3 }
    )
  );

  function ask(request: Omit<OutcomesRequest, 'selection'>, query: string): Promise<OutcomesSet> {
    return sourceAt(url)
      .planOutcomes({ ...request, selection: { index: INDEX, timeField: 'at', query } })
      .execute({});
  }

  it.each(cases.map((one) => [one.name, one] as const))('counts what the rows of %s say', async (name, one) => {
    compareOutcomes(await ask(one.request, `case:${name}`), await ofRows(one));
  });
});
