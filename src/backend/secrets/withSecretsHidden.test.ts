/** @jest-environment node */
import type { Answer, HealthTask, ResourceAnswer, Task } from '../tasks/Task';
import { withSecretsHidden } from './withSecretsHidden';
import type { Work } from '../workers/serveJobs';

const SECRETS = [
  'stored-password',
  'account-token',
  'grafana_session=user-cookie',
  'Bearer user-token',
  'signed-identity',
];

const task: HealthTask = {
  kind: 'health',
  settings: {
    organization: 1,
    uid: 'u',
    name: 'Modelwatch',
    lastUpdated: 0,
    jsonData: '{}',
    secrets: { 'metrics.password': SECRETS[0] },
    grafana: {
      url: 'http://localhost:3000',
      token: SECRETS[1],
      headers: {
        Cookie: SECRETS[2],
        Authorization: SECRETS[3],
        'X-Id-Token': SECRETS[4],
        'X-Rule-Name': 'Delay drifts',
      },
    },
  },
};

const log = jest.fn();
const signal = new AbortController().signal;

describe('withSecretsHidden', () => {
  it.each(SECRETS)('takes %s out of failures, their stacks and the log', async (told) => {
    const work: Work<Task, Answer> = async (_task, context) => {
      context.log('warn', `asked with ${told}`, { header: told, tries: 2 });
      throw new Error(`401 with ${told}`);
    };
    const failure: unknown = await withSecretsHidden(work)(task, { signal, log }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ failure: { status: 500, message: expect.stringContaining('401 with [hidden]') } });
    expect(JSON.stringify(failure)).not.toContain(told);
    expect(log).toHaveBeenLastCalledWith('warn', 'asked with [hidden]', { header: '[hidden]', tries: 2 });
  });

  it('leaves what the editor reads as it is where a secret is an ordinary word, and hides it in errors', async () => {
    const settings = { ...task.settings, secrets: { 'metrics.password': 'prometheus' } };
    const resource: Task = { ...{ kind: 'resource', settings, path: 'p', method: 'GET', url: 'p', body: '' } };
    const told = { connections: [{ name: 'metrics', type: 'prometheus' }] };
    const answer = (status: number, body: unknown) => async () => ({
      answer: { status, body: JSON.stringify(body) },
      buffers: [],
    });
    const ask = async (work: Work<Task, Answer>) =>
      ((await withSecretsHidden(work)(resource, { signal, log })).answer as ResourceAnswer).body;
    expect(JSON.parse(await ask(answer(200, told)))).toEqual(told);
    expect(JSON.parse(await ask(answer(502, { message: 'asked with prometheus' })))).toEqual({
      message: 'asked with [hidden]',
    });
  });

  it('leaves what is no secret: an alert rule names itself', async () => {
    const work: Work<Task, Answer> = async () => {
      throw new Error('Delay drifts at http://localhost:3000');
    };
    await expect(withSecretsHidden(work)(task, { signal, log })).rejects.toThrow(
      'Delay drifts at http://localhost:3000'
    );
  });
});
