import type { Services } from '../createServer';
import type { Resource } from '../protocol/generated/grafana_pb';
import type { Handlers } from '../protocol/grpcService';
import { describeFailure } from '../tasks/describeFailure';
import type { ResourceAnswer } from '../tasks/Task';
import { affinityOf, settingsOf } from './settings';

const CHUNK_BYTES = 1 << 20;
const HEADERS = { 'Content-Type': { values: ['application/json'] } };

/** Answers what the editor asks for, a long answer in pieces. */
export function resource({
  pool,
  metrics,
  log,
}: Pick<Services, 'pool' | 'metrics' | 'log'>): Handlers<typeof Resource> {
  return {
    async *callResource({ pluginContext, path, method, url, body }, { signal }) {
      const done = metrics.start('resource');
      const answer = await ask().catch((error: unknown) => {
        const { message, status, side, stack } = describeFailure(error);
        done(signal.aborted ? 'cancelled' : side);
        log(stack === undefined ? 'warn' : 'error', 'A resource call failed', {
          path,
          status,
          side,
          error: message,
          stack,
        });
        return { status, body: JSON.stringify({ message }) };
      });
      const bytes = new TextEncoder().encode(answer.body);
      yield { code: answer.status, headers: HEADERS, body: bytes.subarray(0, CHUNK_BYTES) };
      for (let start = CHUNK_BYTES; start < bytes.length; start += CHUNK_BYTES) {
        yield { body: bytes.subarray(start, start + CHUNK_BYTES) };
      }

      async function ask(): Promise<ResourceAnswer> {
        const settings = settingsOf(pluginContext);
        const task = { kind: 'resource', settings, path, method, url, body: new TextDecoder().decode(body) } as const;
        const answered = (await pool.run(task, {
          signal,
          affinity: [affinityOf(settings)],
          urgency: 'short',
        })) as ResourceAnswer;
        done(answered.status < 400 ? 'ok' : 'plugin');
        return answered;
      }
    },
  };
}
