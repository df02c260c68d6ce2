import type { Services } from '../createServer';
import { CheckHealthResponse_HealthStatus as Status, type Diagnostics } from '../protocol/generated/grafana_pb';
import type { Handlers } from '../protocol/grpcService';
import { describeFailure } from '../tasks/describeFailure';
import type { HealthAnswer } from '../tasks/Task';
import { affinityOf, settingsOf } from './settings';

/** Grafana's "Save & test", and the figures that it publishes for each plugin. */
export function diagnostics({
  pool,
  metrics,
  log,
}: Pick<Services, 'pool' | 'metrics' | 'log'>): Handlers<typeof Diagnostics> {
  return {
    async checkHealth({ pluginContext }, { signal }) {
      if (!pluginContext?.dataSourceInstanceSettings) {
        return { status: Status.OK, message: 'Modelwatch is running.' };
      }
      const done = metrics.start('health');
      try {
        const settings = settingsOf(pluginContext);
        const task = { kind: 'health', settings } as const;
        const { ok, message, details } = (await pool.run(task, {
          signal,
          affinity: [affinityOf(settings)],
          urgency: 'check',
        })) as HealthAnswer;
        done('ok');
        return { status: ok ? Status.OK : Status.ERROR, message, jsonDetails: new TextEncoder().encode(details) };
      } catch (error) {
        const { message, side, stack } = describeFailure(error);
        done(signal.aborted ? 'cancelled' : side);
        log('error', 'A health check failed', { error: message, stack });
        return { status: Status.ERROR, message };
      }
    },
    async collectMetrics() {
      return { metrics: { prometheus: new TextEncoder().encode(await metrics.text()) } };
    },
  };
}
