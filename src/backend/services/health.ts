import { HealthCheckResponse_ServingStatus as Status, type Health } from '../protocol/generated/health_pb';
import type { Handlers } from '../protocol/grpcService';
import { untilCancelled } from './untilCancelled';

/** The services that the host asks about: the whole and its own name for the plugin. */
const SERVED = ['', 'plugin'];

/** gRPC's own health check. Being able to answer is all there is to it. */
export const health: Handlers<typeof Health> = {
  async check({ service }) {
    return { status: statusOf(service) };
  },
  async *watch({ service }, { signal }) {
    yield { status: statusOf(service) };
    await untilCancelled(signal);
  },
};

function statusOf(service: string): Status {
  return SERVED.includes(service) ? Status.SERVING : Status.SERVICE_UNKNOWN;
}
