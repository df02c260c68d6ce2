import { ask } from '../field/support/askPrometheus';
import { type FieldServer, serversWith } from '../field/support/prometheusServers';
import { prometheusSituations } from '../field/support/situations';

const situations = prometheusSituations();
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
