import { checkConnections } from '../../evaluate/checkConnections';
import type { ConnectionAccess, Connections } from '../../evaluate/connections';
import { clockNotices } from '../../sources/transport/clocks';
import { BadRequest } from './BadRequest';
import { readConnections } from './readConnections';
import type { HealthAnswer, HealthTask } from './Task';

/** Tries every connection of the data source, and says of each what was found, or what is wrong and what to do. */
export async function runHealthCheck({ settings }: HealthTask, signal: AbortSignal): Promise<HealthAnswer> {
  try {
    const { connections, access } = readConnections(settings);
    const checks = await checkConnections(connections, { access, signal });
    const failed = checks.filter(({ ok }) => !ok);
    const working = checks.filter(({ ok }) => ok);
    const line = ({ name, message }: (typeof checks)[number]) => `${name}: ${message}`;
    return {
      ok: failed.length === 0,
      message: [
        failed.length === 0 ? summary(checks.map(line)) : failure(failed.map(line), working.map(line)),
        ...noticesOf(connections, access),
        ...clockNotices().map((notice) => `Note: ${notice}`),
      ].join('\n'),
      details: JSON.stringify({ verboseMessage: checks.map(line).join('\n'), connections: checks }),
    };
  } catch (error) {
    if (error instanceof BadRequest) {
      return { ok: false, message: error.message, details: JSON.stringify({ connections: [] }) };
    }
    throw error;
  }
}

/** Settings of earlier versions go on working, a little narrower. */
function noticesOf(connections: Connections, { grafana }: ConnectionAccess): string[] {
  const goesThrough = Object.values(connections).some(
    (connection) => 'grafanaUid' in connection && connection.grafanaUid !== undefined
  );
  return goesThrough && grafana?.mayList === false
    ? [
        'Note: "allowedUids" is not set, so connections go through the data sources of Grafana that they name, and no others are listed.',
      ]
    : [];
}

/** What fails first; the others too, so that nobody looks for the fault in them. */
function failure(failed: readonly string[], working: readonly string[]): string {
  return [
    ...(working.length === 0 ? [] : [`${failed.length} of ${failed.length + working.length} connections failed.`]),
    ...failed,
    ...working.map((line) => `Works: ${line}`),
  ].join('\n');
}

function summary(lines: readonly string[]): string {
  return lines.length === 1 ? lines[0] : `All ${lines.length} connections work.\n${lines.join('\n')}`;
}
