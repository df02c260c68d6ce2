import { parentPort } from 'node:worker_threads';
import { redirectConsole } from '../log/redirectConsole';
import { countWithOthers } from './memoryPlaces';
import { serveJobs, type Work } from './serveJobs';

/** Makes this thread one of a pool's. Throws an Error on the main thread. */
export function startThread<Task, Answer>(work: Work<Task, Answer>): void {
  if (!parentPort) {
    throw new Error('Only a worker thread can be one of a pool');
  }
  countWithOthers();
  redirectConsole(serveJobs(parentPort, work));
}
