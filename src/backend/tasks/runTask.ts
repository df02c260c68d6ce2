import type { Work } from '../workers/serveJobs';
import { forgetClocks } from '../../sources/transport/clocks';
import { setStoreUrgency } from '../../sources/transport/storeTurns';
import { runHealthCheck } from './runHealthCheck';
import { runQuery } from './runQuery';
import { runResource } from './runResource';
import type { Answer, Task } from './Task';

/** Everything that a worker does. */
export const runTask: Work<Task, Answer> = async (task, { signal }) => {
  forgetClocks();
  setStoreUrgency(task.kind !== 'query' ? 'check' : task.forAlert === true ? 'alert' : 'panel');
  switch (task.kind) {
    case 'query': {
      const answer = await runQuery(task, signal);
      return { answer, buffers: answer.frames.map(({ buffer }) => buffer) };
    }
    case 'health':
      return { answer: await runHealthCheck(task, signal), buffers: [] };
    case 'resource':
      return { answer: await runResource(task, signal), buffers: [] };
  }
};
