import { hideSecrets } from '../log/hideSecrets';
import type { Work } from '../workers/serveJobs';
import { describeFailure } from './describeFailure';
import { TaskFailed } from './Failure';
import { runHealthCheck } from './runHealthCheck';
import { runQuery } from './runQuery';
import { runResource } from './runResource';
import type { Answer, Task } from './Task';

/** Everything that a worker does. A failure names no secret of the data source. */
export const runTask: Work<Task, Answer> = async (task, { signal }) => {
  try {
    return await answer(task, signal);
  } catch (error) {
    const secrets = Object.values(task.settings.secrets);
    const { message, stack, ...failure } = describeFailure(error);
    throw new TaskFailed({
      ...failure,
      message: hideSecrets(message, secrets),
      ...(stack !== undefined && { stack: hideSecrets(stack, secrets) }),
    });
  }
};

async function answer(task: Task, signal: AbortSignal) {
  switch (task.kind) {
    case 'query': {
      const { frames } = await runQuery(task, signal);
      return { answer: { frames }, buffers: frames.map(({ buffer }) => buffer) };
    }
    case 'health':
      return { answer: await runHealthCheck(task, signal), buffers: [] };
    case 'resource':
      return { answer: await runResource(task, signal), buffers: [] };
  }
}
