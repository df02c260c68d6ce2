import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import {
  create,
  fromBinary,
  toBinary,
  type DescMessage,
  type DescMethod,
  type MessageInitShape,
  type MessageShape,
} from '@bufbuild/protobuf';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { GRPCController } from '../../src/backend/protocol/generated/host_pb';

export type Log = (level: string, message: string) => void;

const RESTART_AFTER_MS = 1000;
const START_LIMIT_MS = 15_000;
const STOP_LIMIT_MS = 2000;

/** A back end's executable, run as Grafana runs it: started, watched, started again when it dies, shut down. */
export class PluginProcess {
  private child: ChildProcess | undefined;
  private client: Promise<Client>;
  private stopped = false;

  constructor(
    private readonly executable: string,
    private readonly log: Log
  ) {
    this.client = this.start();
    this.client.catch(() => undefined);
  }

  /** Resolves when the process answers its handshake. */
  async ready(): Promise<void> {
    await this.client;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  async unary<In extends DescMessage, Out extends DescMessage>(
    method: DescMethod & { input: In; output: Out },
    request: MessageInitShape<In>
  ): Promise<MessageShape<Out>> {
    const client = await this.client;
    return new Promise((resolve, reject) =>
      client.makeUnaryRequest(...callArguments(method, request), (error, answer) =>
        error ? reject(error) : resolve(answer!)
      )
    );
  }

  async *stream<In extends DescMessage, Out extends DescMessage>(
    method: DescMethod & { input: In; output: Out },
    request: MessageInitShape<In>
  ): AsyncGenerator<MessageShape<Out>> {
    const client = await this.client;
    yield* client.makeServerStreamRequest(...callArguments(method, request));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const killer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    this.unary(GRPCController.method.shutdown, {}).catch(() => child.kill());
    await gone;
    clearTimeout(killer);
    (await this.client).close();
  }

  private async start(): Promise<Client> {
    const child = spawn(this.executable, {
      env: { ...process.env, grafana_plugin_type: 'datasource', PLUGIN_PROTOCOL_VERSIONS: '2' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    createInterface(child.stderr).on('line', (line) => this.log(...readLogLine(line)));
    const [, , network, address] = (await handshake(child)).split('|');
    child.once('exit', (code, signal) => this.restart(`ended (${signal ?? `status ${code}`})`));
    return new Client(network === 'unix' ? `unix:${address}` : address, credentials.createInsecure(), {
      'grpc.max_receive_message_length': -1,
      'grpc.max_send_message_length': -1,
    });
  }

  private restart(why: string): void {
    if (this.stopped) {
      return;
    }
    this.log('warn', `The back end ${why}; starting it again.`);
    const previous = this.client;
    this.client = new Promise((resolve) => setTimeout(resolve, RESTART_AFTER_MS)).then(async () => {
      (await previous).close();
      return this.start();
    });
    this.client.catch((error: Error) => this.log('error', error.message));
  }
}

/** The first line of stdout: `1|2|unix|/tmp/x.sock|grpc|`. */
function handshake(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${child.spawnfile} did not print its handshake within ${START_LIMIT_MS / 1000} s.`));
    }, START_LIMIT_MS);
    const fail = (error: Error) => {
      clearTimeout(limit);
      reject(error);
    };
    child.once('error', (error) => fail(new Error(`${child.spawnfile} does not start: ${error.message}`)));
    child.once('exit', (code) => fail(new Error(`${child.spawnfile} ended with status ${code} before its handshake.`)));
    createInterface(child.stdout!).once('line', (line) => {
      clearTimeout(limit);
      resolve(line);
    });
  });
}

function callArguments<In extends DescMessage, Out extends DescMessage>(
  method: DescMethod & { input: In; output: Out },
  request: MessageInitShape<In>
) {
  return [
    `/${method.parent.typeName}/${method.name}`,
    (message: MessageInitShape<In>) => Buffer.from(toBinary(method.input, create(method.input, message))),
    (bytes: Buffer): MessageShape<Out> => fromBinary(method.output, bytes),
    request,
    new Metadata(),
    {},
  ] as const;
}

function readLogLine(line: string): [level: string, message: string] {
  try {
    const { '@level': level, '@message': message, '@timestamp': _, ...facts } = JSON.parse(line);
    const details = Object.entries(facts).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
    return [level, message + details.join('')];
  } catch {
    return ['error', line];
  }
}
