import { randomBytes } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerCredentials, type Server } from '@grpc/grpc-js';

export interface Address {
  readonly network: 'unix' | 'tcp';
  readonly text: string;
  /** Takes the socket's file away. */
  remove(): void;
}

/** Longest path that fits a socket's address on every platform, with its final zero. */
const LONGEST_PATH = 103;

/** Listens where only this machine can connect: on a socket, or on a port where there are no sockets or its path is too long. */
export async function listen(server: Server, environment: NodeJS.ProcessEnv = process.env): Promise<Address> {
  const path = join(environment.PLUGIN_UNIX_SOCKET_DIR || tmpdir(), `modelwatch-${randomBytes(8).toString('hex')}`);
  if (process.platform === 'win32' || Buffer.byteLength(path) > LONGEST_PATH) {
    const port = await bind(server, '127.0.0.1:0');
    return { network: 'tcp', text: `127.0.0.1:${port}`, remove: () => undefined };
  }
  await bind(server, `unix:${path}`);
  chmodSync(path, 0o600);
  return { network: 'unix', text: path, remove: () => rmSync(path, { force: true }) };
}

function bind(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port)
    );
  });
}
