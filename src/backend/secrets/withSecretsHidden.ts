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
  const told: unknown = JSON.parse(details);
  return { ...answer, message: filter.hide(message), details: JSON.stringify(filter.hideIn(told)) };
}

/** An error is a sentence, and the rest names and values that the editor writes into queries. */
function hideInResource({ body, status, ...answer }: ResourceAnswer, filter: SecretFilter): ResourceAnswer {
  const told: unknown = JSON.parse(body);
  return { ...answer, status, body: JSON.stringify(status >= 400 ? filter.hideIn(told) : filter.hideInData(told)) };
}
