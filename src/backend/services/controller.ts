import type { GRPCController } from '../protocol/generated/host_pb';
import type { Handlers } from '../protocol/grpcService';

/** Ends the process when the host says so, after it has been answered. */
export function controller(onShutdown: () => void): Handlers<typeof GRPCController> {
  return {
    async shutdown() {
      onShutdown();
      return {};
    },
  };
}
