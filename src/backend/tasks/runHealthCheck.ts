import { checkConnections } from '../../evaluate/checkConnections';
import { BadRequest } from './BadRequest';
import { readConnections } from './readConnections';
import type { HealthAnswer, HealthTask } from './Task';

/** Tries every connection of the data source, and says for each that fails what is wrong and what to do. */
export async function runHealthCheck({ settings }: HealthTask, signal: AbortSignal): Promise<HealthAnswer> {
  try {
    const { connections, access } = readConnections(settings);
    const checks = await checkConnections(connections, { access, signal });
    const failed = checks.filter(({ ok }) => !ok);
    const line = ({ name, message }: (typeof checks)[number]) => `${name}: ${message}`;
    return {
      ok: failed.length === 0,
      message: failed.length === 0 ? summary(checks.map(line)) : failed.map(line).join('\n'),
      details: JSON.stringify({ verboseMessage: checks.map(line).join('\n'), connections: checks }),
    };
  } catch (error) {
    if (error instanceof BadRequest) {
      return { ok: false, message: error.message, details: JSON.stringify({ connections: [] }) };
    }
    throw error;
  }
}

function summary(lines: readonly string[]): string {
  return lines.length === 1 ? lines[0] : `All ${lines.length} connections work.\n${lines.join('\n')}`;
}
