import fs from 'node:fs';
import path from 'node:path';
import { ask } from './support/ask';
import { type FieldServer, serversWith } from './support/servers';
import type { PrometheusSituation } from './support/Situation';

const names = fs
  .readdirSync(__dirname)
  .filter((name) => name.startsWith('prom-') && fs.existsSync(path.join(__dirname, name, 'situation.ts')));
const situations = new Map(
  names.map((name) => [name, (jest.requireActual(`./${name}/situation`) as { default: PrometheusSituation }).default])
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
