/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadPlaces } from './threadPlaces';
import { WorkerPool } from './WorkerPool';

jest.setTimeout(60_000);

/** Opens the file that it is told, which for a pipe without a writer never ends. */
const THREAD = `
  const { openSync } = require('node:fs');
  const { parentPort, workerData: { place: { blocked, place, start } } } = require('node:worker_threads');
  parentPort.on('message', ({ kind, job, task }) => {
    if (kind !== 'run') return;
    Atomics.store(blocked, place, Math.max(1, Math.ceil((Date.now() - start) / 100)));
    if (task.startsWith('a')) { Atomics.store(blocked, place, -Atomics.load(blocked, place)); /^(?:(a+)+)$/u.test(task); }
    else if (task) openSync(task);
    Atomics.store(blocked, place, 0);
    parentPort.postMessage({ kind: 'answer', job, answer: 'opened' });
  });
`;
const folder = mkdtempSync(join(tmpdir(), 'mw-hang-'));
const pipe = join(folder, 'pipe');
execFileSync('mkfifo', [pipe]);
const places = threadPlaces(8);
const pool = new WorkerPool<string, string>({
  spawn: () => places.start((options) => new Worker(THREAD, { eval: true, ...options })),
  log: jest.fn(),
  ...{ size: 4, idleMs: 60_000, graceMs: 50, timeoutMs: 60_000, queueLimit: 100 },
  ...{ hangOf: (worker: Worker) => places.hangOf(worker), longestHang: { file: 500, pattern: 300 } },
});
const ask = (task: string, owner: string, signal = new AbortController().signal) =>
  pool.run(task, { signal, affinity: ['query', owner] });

afterAll(() => {
  // Whoever waits for a writer is let go.
  const writer = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  pool.close();
  setTimeout(() => {
    closeSync(writer);
    rmSync(folder, { recursive: true });
  }, 500);
});

it('a file that does not open is an error in time, its threads are counted, and other data sources go on', async () => {
  const error = {
    failure: {
      status: 504,
      side: 'downstream',
      message: expect.stringContaining('could not be opened or read within'),
    },
  };
  const hanging = [ask(pipe, 'hangs'), ask(pipe, 'hangs')].map((asked) => expect(asked).rejects.toMatchObject(error));
  await expect(ask('', 'works')).resolves.toBe('opened');
  await Promise.all(hanging);
  // A thread that was ended is usually gone at once.
  await new Promise((resolve) => setTimeout(resolve, 2_200));
  expect(pool.stuck).toBe(2);
  expect(pool.busy).toBe(0);
  await expect(ask('', 'hangs')).rejects.toMatchObject({
    status: 503,
    message: expect.stringContaining('2 earlier requests'),
  });
  await expect(ask('', 'works')).resolves.toBe('opened');
});

it('a data source is answered again when they are gone', async () => {
  const writer = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  for (let tries = 0; pool.stuck > 0 && tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  closeSync(writer);
  expect(pool.stuck).toBe(0);
  await expect(ask('', 'hangs')).resolves.toBe('opened');
});

it('a regular expression that takes too long is an error of the query, ends its thread, and leaves none behind', async () => {
  await expect(ask(`${'a'.repeat(40)}!`, 'spins')).rejects.toMatchObject({
    failure: { status: 422, side: 'plugin', message: expect.stringContaining('regular expressions') },
  });
  await new Promise((resolve) => setTimeout(resolve, 2_200));
  expect(pool.stuck).toBe(0);
  await expect(ask('', 'spins')).resolves.toBe('opened');
});
