import { ask } from '../field/support/askPrometheus';
import { prometheusSituations } from '../field/support/situations';
import { victoriaWith } from '../field/support/victoriaServer';
import type { StartedServer } from './support/startServer';

// The same situations, questions and right answers as on Prometheus.
const situations = new Map([...prometheusSituations()].filter(([, { only }]) => only === undefined));
let server: StartedServer | undefined;

beforeAll(async () => {
  server = await victoriaWith([...situations.values()].map(({ history }) => history()).join(''));
}, 120_000);

afterAll(() => server?.stop());

describe.each([...situations])('%s', (_, { questions }) => {
  it.each(questions.map((question) => [question.asks, question] as const))('%s', async (__, question) => {
    question.right(await ask(server?.url ?? '', question));
  });
});
