import { runTask } from './tasks/runTask';
import { startThread } from './workers/startThread';

startThread(runTask);
