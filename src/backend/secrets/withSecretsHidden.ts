import type { Log } from '../log/Logger';
import { describeFailure } from '../tasks/describeFailure';
import { TaskFailed } from '../tasks/Failure';
import type { Answer, HealthAnswer, ResourceAnswer, Task } from '../tasks/Task';
import type { Work } from '../workers/serveJobs';
import { filtersOf } from './filtersOf';
import type { SecretFilter } from './SecretFilter';

/**
 * The same work, whose answers, failures and log entries name no secret of the data source that it is done for. Frames are
 * encoded by the work itself, which hides what is secret in them before.
 */
export function withSecretsHidden(work: Work<Task, Answer>): Work<Task, Answer> {
  return async (task, { signal, log }) => {
    const filters = filtersOf(task.settings);
    const quietLog: Log = (level, message, fields = {}) =>
      log(level, filters.log.hide(message), filters.log.hideIn(fields));
    try {
      const { answer, buffers } = await work(task, { signal, log: quietLog });
      return { answer: hideInAnswer(answer, filters.answer), buffers };
    } catch (error) {
      const { message, stack, ...failure } = describeFailure(error);
      throw new TaskFailed({
        ...failure,
        message: filters.answer.hide(message),
        ...(stack !== undefined && { stack: filters.log.hide(stack) }),
      });
    }
  };
}

function hideInAnswer(answer: Answer, filter: SecretFilter): Answer {
  if ('frames' in answer) {
    return answer;
  }
  return 'body' in answer ? hideInResource(answer, filter) : hideInHealth(answer, filter);
}

function hideInHealth({ message, details, ...answer }: HealthAnswer, filter: SecretFilter): HealthAnswer {
  return { ...answer, message: filter.hide(message), details: hideInJson(details, filter) };
}

function hideInResource({ body, ...answer }: ResourceAnswer, filter: SecretFilter): ResourceAnswer {
  return { ...answer, body: hideInJson(body, filter) };
}

/** Its texts one by one: what is written across two of them is no secret. */
function hideInJson(json: string, filter: SecretFilter): string {
  return JSON.stringify(filter.hideIn(JSON.parse(json) as unknown));
}
