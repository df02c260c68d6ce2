import { runTask } from './tasks/runTask';
import { withSecretsHidden } from './secrets/withSecretsHidden';
import { startThread } from './workers/startThread';

startThread(withSecretsHidden(runTask));
