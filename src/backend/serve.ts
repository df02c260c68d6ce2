import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { redirectConsole } from './log/redirectConsole';
import { stderrLog as log } from './log/stderrLog';
import { Metrics } from './metrics/Metrics';
import { createServer } from './createServer';
import { checkProtocolVersion } from './process/checkProtocolVersion';
import { listen } from './process/listen';
import { onParentDeath } from './process/onParentDeath';
import { stopper } from './process/stopper';
import type { Answer, Task } from './tasks/Task';
import { threadPlaces } from './workers/threadPlaces';
import { WorkerPool } from './workers/WorkerPool';

/** A second entry of the compiled executable: `worker.ts`, bundled by scripts/lib/bundleBackend.mjs. */
const WORKER = './modelwatch-worker.cjs';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Serves Grafana until it says to stop, or is gone. */
export async function serve(): Promise<void> {
  redirectConsole(log);
  checkProtocolVersion(process.env.PLUGIN_PROTOCOL_VERSIONS);

  // More than there are cores: while a source waits for its store, its thread does nothing.
  const size = Math.min(Math.max(2 * availableParallelism(), 4), 16);
  const places = threadPlaces(2 * size);
  const pool = new WorkerPool<Task, Answer>({
    spawn: () => places.start((options) => new Worker(WORKER, options)),
    hangOf: (worker) => places.hangOf(worker),
    log,
    size,
    // An alert rule asks every minute or so: what its worker remembers stays warm between two evaluations.
    idleMs: 5 * MINUTE,
    graceMs: SECOND / 4,
    timeoutMs: 10 * MINUTE,
    queueLimit: 1000,
  });
  const stop = stopper(log);
  const metrics = new Metrics(pool);
  const server = createServer({ pool, metrics, log, onShutdown: () => stop.soon('the host asked for it') });
  const address = await listen(server);
  stop.before(() => {
    server.forceShutdown();
    pool.close();
    address.remove();
  });

  process.on('uncaughtException', (error) => stop.now(`of an unexpected error: ${error.stack ?? error.message}`, 1));
  process.on('unhandledRejection', (reason) => log('error', 'A promise failed unheard', { reason: String(reason) }));
  process.on('SIGTERM', () => stop.now('of SIGTERM'));
  // Ctrl-C reaches the host and its plugins alike: it is the host that decides.
  process.on('SIGINT', () => undefined);
  onParentDeath(() => stop.now('the host has gone'));

  process.stdout.write(`1|2|${address.network}|${address.text}|grpc|\n`);
}
