import {
  PublishStreamResponse_Status,
  SubscribeStreamResponse_Status,
  type Stream,
} from '../protocol/generated/grafana_pb';
import type { Handlers } from '../protocol/grpcService';

/** Modelwatch has no channels to subscribe to: its panels ask again instead. */
export const stream: Handlers<typeof Stream> = {
  async subscribeStream() {
    return { status: SubscribeStreamResponse_Status.NOT_FOUND };
  },
  async publishStream() {
    return { status: PublishStreamResponse_Status.NOT_FOUND };
  },
  async *runStream() {
    // Never called, since nothing can be subscribed to.
  },
};
