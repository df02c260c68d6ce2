import {
  create,
  fromBinary,
  toBinary,
  type DescMessage,
  type DescMethod,
  type DescService,
  type Message,
  type MessageInitShape,
  type MessageShape,
} from '@bufbuild/protobuf';
import type { MethodDefinition, Server, UntypedServiceImplementation } from '@grpc/grpc-js';
import { serveStream, serveUnary, type StreamHandler, type UnaryHandler } from './serveCall';

/** What a handler is told about the call beside its message. */
export interface Call {
  /** Aborts when the host cancels the call or goes away. */
  readonly signal: AbortSignal;
}

type Init = MessageInitShape<DescMessage>;

type Handler<Method> = Method extends {
  input: infer Input extends DescMessage;
  output: infer Output extends DescMessage;
}
  ? Method extends { methodKind: 'unary' }
    ? (request: MessageShape<Input>, call: Call) => Promise<MessageInitShape<Output>>
    : Method extends { methodKind: 'server_streaming' }
      ? (request: MessageShape<Input>, call: Call) => AsyncIterable<MessageInitShape<Output>>
      : (requests: AsyncIterable<MessageShape<Input>>, call: Call) => AsyncIterable<MessageInitShape<Output>>
  : never;

/** One typed function for each method of a generated service. */
export type Handlers<Service extends DescService> = {
  readonly [Name in keyof Service['method']]: Handler<Service['method'][Name]>;
};

/** Told of calls that failed as a whole, before the host is. */
export type OnCallError = (method: string, error: unknown) => void;

/** Serves a generated service from plain async functions: grpc-js knows nothing of @bufbuild/protobuf's messages. */
export function addService<Service extends DescService>(
  server: Server,
  service: Service,
  handlers: Handlers<Service>,
  onError: OnCallError
): void {
  const definition: Record<string, MethodDefinition<Init, Message>> = {};
  const implementation: UntypedServiceImplementation = {};
  for (const method of service.methods) {
    const name = method.localName as keyof Service['method'];
    const fail = (error: unknown) => onError(`${service.typeName}/${method.name}`, error);
    definition[method.localName] = methodDefinition(service, method);
    implementation[method.localName] =
      method.methodKind === 'unary'
        ? serveUnary(handlers[name] as UnaryHandler, fail)
        : serveStream(handlers[name] as StreamHandler, method.methodKind === 'bidi_streaming', fail);
  }
  server.addService(definition, implementation);
}

function methodDefinition(
  service: DescService,
  { name, methodKind, input, output }: DescMethod
): MethodDefinition<Init, Message> {
  return {
    path: `/${service.typeName}/${name}`,
    requestStream: methodKind === 'bidi_streaming',
    responseStream: methodKind !== 'unary',
    requestDeserialize: (bytes: Buffer) => fromBinary(input, bytes),
    responseSerialize: (message: Init) => encode(output, message),
    requestSerialize: (message: Init) => encode(input, message),
    responseDeserialize: (bytes: Buffer) => fromBinary(output, bytes),
  };
}

function encode(schema: DescMessage, message: Init): Buffer {
  const bytes = toBinary(schema, create(schema, message));
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
