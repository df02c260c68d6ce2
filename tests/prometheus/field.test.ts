import fs from 'node:fs';
import path from 'node:path';
import { ask } from '../field/support/askPrometheus';
import { type FieldServer, serversWith } from '../field/support/prometheusServers';
import type { PrometheusSituation } from '../field/support/Situation';

const FIELD = path.resolve(__dirname, '../field');
const names = fs
  .readdirSync(FIELD)
  .filter((name) => name.startsWith('prom-') && fs.existsSync(path.join(FIELD, name, 'situation.ts')));
const situations = new Map(
  names.map((name) => [name, (jest.requireActual(`../field/${name}/situation`) as { default: PrometheusSituation }).default])
);
let servers: readonly FieldServer[] = [];

beforeAll(async () => {
  servers = await serversWith('situations', [...situations.values()].map(({ history }) => history()).join(''));
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map(({ stop }) => stop()));
});

describe.each([...situations])('%s', (_, { questions }) => {
  it.each(questions.map((question) => [question.asks, question] as const))('%s', async (__, question) => {
    expect(servers.length).toBeGreaterThan(0);
    for (const { url } of servers) {
      question.right(await ask(url, question));
    }
  });
});
