import { Server } from '@grpc/grpc-js';
import type { Log } from './log/Logger';
import type { Metrics } from './metrics/Metrics';
import { addService, type OnCallError } from './protocol/grpcService';
import { Data, Diagnostics, Resource, Stream } from './protocol/generated/grafana_pb';
import { Health } from './protocol/generated/health_pb';
import { GRPCBroker, GRPCController, GRPCStdio } from './protocol/generated/host_pb';
import { broker } from './services/broker';
import { controller } from './services/controller';
import { data } from './services/data';
import { diagnostics } from './services/diagnostics';
import { health } from './services/health';
import { resource } from './services/resource';
import { stdio } from './services/stdio';
import { stream } from './services/stream';
import type { Answer, Task } from './tasks/Task';
import { describeFailure } from './tasks/describeFailure';
import type { WorkerPool } from './workers/WorkerPool';

/** What the services share. */
export interface Services {
  readonly pool: WorkerPool<Task, Answer>;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly onShutdown: () => void;
}

/** Every service that Grafana and its plugin host call, on a server that listens nowhere yet. */
export function createServer(services: Services): Server {
  // The host decides how large messages may be.
  const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
  const onError: OnCallError = (method, error) => {
    const { message, stack } = describeFailure(error);
    services.log('error', 'A call failed', { method, error: message, stack });
  };
  addService(server, Data, data(services), onError);
  addService(server, Resource, resource(services), onError);
  addService(server, Diagnostics, diagnostics(services), onError);
  addService(server, Stream, stream, onError);
  addService(server, Health, health, onError);
  addService(server, GRPCController, controller(services.onShutdown), onError);
  addService(server, GRPCBroker, broker, onError);
  addService(server, GRPCStdio, stdio, onError);
  return server;
}
