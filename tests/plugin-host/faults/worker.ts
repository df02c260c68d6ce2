import { runTask } from '../../../src/backend/tasks/runTask';
import type { Answer, Task } from '../../../src/backend/tasks/Task';
import { withSecretsHidden } from '../../../src/backend/secrets/withSecretsHidden';
import type { Work } from '../../../src/backend/workers/serveJobs';
import { startThread } from '../../../src/backend/workers/startThread';

/**
 * The threads of the executable under test that fail on purpose: a query with the key `fault` names how. Everything else
 * they do as the real ones.
 */
const work: Work<Task, Answer> = async (task, context) => {
  const fault = task.kind === 'query' ? faultOf(task.query) : undefined;
  switch (fault) {
    case 'throw':
      setTimeout(() => {
        throw new Error('thrown outside of any request');
      });
      return new Promise(() => undefined);
    case 'exit':
      return process.exit(7);
    case 'spin':
      for (;;) {
        // Until the thread is ended.
      }
    case 'unexpected':
      throw new TypeError(`a mistake, with ${Object.values(task.settings.secrets).join()}`);
    case 'log':
      context.log('info', 'line\n'.repeat(50_000), { '@level': 7, text: '\u0000😀'.repeat(50_000), empty: undefined });
      globalThis.process.stdout.write('on stdout\n');
      return { answer: { frames: [] }, buffers: [] };
    case 'print':
      globalThis['console'].log('printed by a library');
      return { answer: { frames: [] }, buffers: [] };
    default:
      return runTask(task, context);
  }
};

function faultOf(query: string): unknown {
  try {
    return (JSON.parse(query) as { fault?: unknown } | null)?.fault;
  } catch {
    return undefined;
  }
}

startThread(withSecretsHidden(work));
