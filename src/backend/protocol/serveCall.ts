import { once, type EventEmitter } from 'node:events';
import type { ServerDuplexStream, ServerUnaryCall, ServerWritableStream, sendUnaryData } from '@grpc/grpc-js';
import type { Call } from './grpcService';
import { callError } from './callError';

export type UnaryHandler = (request: unknown, call: Call) => Promise<unknown>;
export type StreamHandler = (request: unknown, call: Call) => AsyncIterable<unknown>;
type AnyStream = ServerWritableStream<unknown, unknown> | ServerDuplexStream<unknown, unknown>;

/** A unary method from an async function; a call that was cancelled needs no answer. */
export function serveUnary(handler: UnaryHandler, onError: (error: unknown) => void) {
  return (call: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>): void => {
    const signal = signalOf(call);
    handler(call.request, { signal }).then(
      (response) => answer(null, response),
      (error: unknown) => {
        if (!signal.aborted) {
          onError(error);
        }
        answer(callError(error));
      }
    );
  };
}

/** A streaming method from an async generator; stops asking it for more when the host cancels. */
export function serveStream(handler: StreamHandler, requestsAreStreamed: boolean, onError: (error: unknown) => void) {
  return (call: AnyStream): void => {
    const signal = signalOf(call);
    const request = requestsAreStreamed ? call : (call as ServerWritableStream<unknown, unknown>).request;
    writeAll(call, handler(request, { signal }), signal).then(
      () => call.end(),
      (error: unknown) => {
        if (!signal.aborted) {
          onError(error);
        }
        call.destroy(callError(error));
      }
    );
  };
}

async function writeAll(call: AnyStream, messages: AsyncIterable<unknown>, signal: AbortSignal): Promise<void> {
  for await (const message of messages) {
    if (signal.aborted) {
      return;
    }
    if (!call.write(message)) {
      await once(call, 'drain', { signal });
    }
  }
}

function signalOf(call: EventEmitter): AbortSignal {
  const controller = new AbortController();
  call.once('cancelled', () => controller.abort());
  return controller.signal;
}
