import { knownSecrets } from '../secrets/KnownSecrets';
import { formatLine } from './formatLine';
import type { Log } from './Logger';

/** The log that the host collects: stderr. */
export const stderrLog: Log = (level, message, fields = {}) => {
  process.stderr.write(`${formatLine(level, knownSecrets.hide(message), knownSecrets.hideIn(fields), new Date())}\n`);
};
