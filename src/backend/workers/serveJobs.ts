import type { MessagePort } from 'node:worker_threads';
import { watchSpills } from '../../sources/file/spill/openSpills';
import type { Log } from '../log/Logger';
import { describeFailure } from '../tasks/describeFailure';
import type { FromWorker, ToWorker } from './messages';

/** What a worker does with a task; the answer's buffers are moved to the main thread. */
export type Work<Task, Answer> = (
  task: Task,
  context: { readonly signal: AbortSignal; readonly log: Log }
) => Promise<{ readonly answer: Answer; readonly buffers: readonly ArrayBuffer[] }>;

/** The worker's side of the pool. Returns the log, which the main thread writes. */
export function serveJobs<Task, Answer>(port: MessagePort, work: Work<Task, Answer>): Log {
  const running = new Map<number, AbortController>();
  const send = (message: FromWorker<Answer>, buffers: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, [...buffers]);
  const log: Log = (level, message, fields = {}) => send({ kind: 'log', level, message, fields });

  watchSpills({
    opened: (handle, inode) => send({ kind: 'spill', handle, inode }),
    closing: (handle) => send({ kind: 'spill', handle, inode: null }),
  });
  port.on('message', (message: ToWorker<Task>) => {
    if (message.kind === 'cancel') {
      running.get(message.job)?.abort();
      return;
    }
    const { job, task } = message;
    const controller = new AbortController();
    running.set(job, controller);
    work(task, { signal: controller.signal, log })
      .then(
        ({ answer, buffers }) => send({ kind: 'answer', job, answer }, buffers),
        (error: unknown) => send({ kind: 'failure', job, failure: describeFailure(error) })
      )
      .finally(() => running.delete(job));
  });
  return log;
}
