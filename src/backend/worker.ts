import { runTask } from './tasks/runTask';
import { withSecretsHidden } from './tasks/withSecretsHidden';
import { startThread } from './workers/startThread';

startThread(withSecretsHidden(runTask));
