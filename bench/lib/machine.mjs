import os from 'node:os';
import process from 'node:process';

/** One line about the machine that the figures were measured on. */
export function machine() {
  const processor = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${os.cpus().length} cores of ${processor}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}, Node ${process.versions.node}`;
}
