import { parentPort } from 'node:worker_threads';
import { runTask } from './tasks/runTask';
import { serveJobs } from './workers/serveJobs';

if (parentPort) {
  serveJobs(parentPort, runTask);
}
