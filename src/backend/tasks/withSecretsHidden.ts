import { hideSecrets } from '../log/hideSecrets';
import type { Log, LogFields } from '../log/Logger';
import type { Work } from '../workers/serveJobs';
import { describeFailure } from './describeFailure';
import { TaskFailed } from './Failure';
import type { Answer, DataSourceSettings, Task } from './Task';

/** The same work, whose failures and log entries name no secret of the data source that it is done for. */
export function withSecretsHidden(work: Work<Task, Answer>): Work<Task, Answer> {
  return async (task, { signal, log }) => {
    const secrets = secretsOf(task.settings);
    const hide = (text: string) => hideSecrets(text, secrets);
    const quietLog: Log = (level, message, fields = {}) => log(level, hide(message), hideIn(fields, hide));
    try {
      return await work(task, { signal, log: quietLog });
    } catch (error) {
      const { message, stack, ...failure } = describeFailure(error);
      throw new TaskFailed({
        ...failure,
        message: hide(message),
        ...(stack !== undefined && { stack: hide(stack) }),
      });
    }
  };
}

/** Headers of the user's own request that let whoever has them act as the user. */
const CREDENTIALS = /^(cookie|authorization|.*token|.*-key)$/i;

function secretsOf({ secrets, grafana }: DataSourceSettings): string[] {
  const headers = Object.entries(grafana?.headers ?? {}).filter(([name]) => CREDENTIALS.test(name));
  return [...Object.values(secrets), grafana?.token ?? '', ...headers.map(([, value]) => value)];
}

function hideIn(fields: LogFields, hide: (text: string) => string): LogFields {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? hide(value) : value,
  ]);
  return Object.fromEntries(entries);
}
