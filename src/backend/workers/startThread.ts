import { parentPort } from 'node:worker_threads';
import { redirectConsole } from '../log/redirectConsole';
import { serveJobs, type Work } from './serveJobs';
import { tellOfItself } from './threadPlaces';

/** Makes this thread one of a pool's. Throws an Error on the main thread. */
export function startThread<Task, Answer>(work: Work<Task, Answer>): void {
  if (!parentPort) {
    throw new Error('Only a worker thread can be one of a pool');
  }
  tellOfItself();
  redirectConsole(serveJobs(parentPort, work));
}
