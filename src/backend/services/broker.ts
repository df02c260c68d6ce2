import type { GRPCBroker } from '../protocol/generated/host_pb';
import type { Handlers } from '../protocol/grpcService';
import { untilCancelled } from './untilCancelled';

/** Announces no connection, and stays open: the host takes the stream's end for ours. */
export const broker: Handlers<typeof GRPCBroker> = {
  async *startStream(_announced, { signal }) {
    await untilCancelled(signal);
  },
};
