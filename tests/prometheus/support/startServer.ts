import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** It listens before it answers; with TLS and passwords its own log is the simplest way to know. */
const READY = 'Server is ready to receive web requests';

export interface StartedServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

/** Starts a Prometheus on a free port of the loopback interface over a folder of blocks; resolves when it answers. */
export async function startServer(
  program: string,
  data: string,
  { web, flags = [] }: { readonly web?: string; readonly flags?: readonly string[] } = {}
): Promise<StartedServer> {
  const port = await freePort();
  const configuration = path.join(data, '..', `${path.basename(data)}.yml`);
  fs.writeFileSync(configuration, 'global: {scrape_interval: 1h}\n');
  const logFile = path.join(data, '..', `${path.basename(data)}.log`);
  const log = fs.openSync(logFile, 'w');
  const child = spawn(
    program,
    [
      `--config.file=${configuration}`,
      `--storage.tsdb.path=${data}`,
      // The flights are of 2013.
      '--storage.tsdb.retention.time=100y',
      '--web.enable-remote-write-receiver',
      '--enable-feature=native-histograms',
      `--web.listen-address=127.0.0.1:${port}`,
      ...(web === undefined ? [] : [`--web.config.file=${web}`]),
      ...flags,
    ],
    { stdio: ['ignore', log, log] }
  );
  const url = `${web === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  for (const end = Date.now() + 30_000; Date.now() < end; await wait(50)) {
    if (child.exitCode !== null) {
      throw new Error(`${program} ended with status ${child.exitCode}`);
    }
    if (fs.readFileSync(logFile, 'utf8').includes(READY)) {
      return { url, process: child, stop: () => stop(child) };
    }
  }
  throw new Error(`${program} was not ready within 30 s`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('close', () => resolve());
    child.kill();
  });
}
