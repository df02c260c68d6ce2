import type { GRPCStdio } from '../protocol/generated/host_pb';
import type { Handlers } from '../protocol/grpcService';
import { untilCancelled } from './untilCancelled';

/** The host reads the log from stderr; nothing is sent here. */
export const stdio: Handlers<typeof GRPCStdio> = {
  async *streamStdio(_request, { signal }) {
    await untilCancelled(signal);
  },
};
