/** @jest-environment node */
import { closeSync, fstatSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Urgency } from './Job';
import { WorkerPool, type WorkerPoolOptions } from './WorkerPool';

/** Real threads that do what a task says: the pool is tested with its own messages. */
const THREAD = `
  const { parentPort, threadId, workerData } = require('node:worker_threads');
  const running = new Map();
  parentPort.on('message', ({ kind, job, task }) => {
    if (kind === 'cancel') { running.get(job)?.(); return; }
    const answer = (answer) => parentPort.postMessage({ kind: 'answer', job, answer });
    switch (task) {
      case 'who': answer(threadId); break;
      case 'sleep': { const timer = setTimeout(() => answer('slept'), 10000);
        running.set(job, () => { clearTimeout(timer); parentPort.postMessage({ kind: 'failure', job, failure: { message: 'stopped', status: 499, side: 'plugin' } }); });
        break; }
      case 'spill': parentPort.postMessage({ kind: 'spill', ...workerData }); for (;;) {}
      case 'spin': for (;;) {}
      case 'nap': setTimeout(() => answer(threadId), 100); break;
      case 'throw': setTimeout(() => { throw new Error('thrown outside of any job'); }); break;
      case 'exit': process.exit(3);
      case 'log': parentPort.postMessage({ kind: 'log', level: 'info', message: 'hello', fields: { a: 1 } }); answer('logged'); break;
      case 'fail': parentPort.postMessage({ kind: 'failure', job, failure: { message: 'bad data', status: 422, side: 'downstream' } }); break;
    }
  });
`;

type Task = 'who' | 'sleep' | 'spill' | 'spin' | 'nap' | 'throw' | 'exit' | 'log' | 'fail';
const log = jest.fn();
let pool: WorkerPool<Task, unknown>;

function open(options: Partial<WorkerPoolOptions> = {}) {
  pool = new WorkerPool({
    spawn: () => new Worker(THREAD, { eval: true }),
    log,
    size: 2,
    idleMs: 60_000,
    graceMs: 50,
    timeoutMs: 60_000,
    queueLimit: 100,
    ...options,
  });
  return pool;
}

function run(
  task: Task,
  { signal = new AbortController().signal, affinity = ['any'] } = {},
  urgency: Urgency = 'alert'
) {
  return pool.run(task, { signal, affinity, urgency });
}

afterEach(() => {
  pool.close();
  log.mockClear();
});

describe('WorkerPool', () => {
  it("takes alert rules' queries before panels', and each in the order that they came", async () => {
    open({ size: 1 });
    const order: string[] = [];
    const ask = (name: string, urgency: Urgency) => run('nap', {}, urgency).then(() => order.push(name));
    await Promise.all([
      ask('first', 'panel'),
      ask('panel', 'panel'),
      ask('other', 'panel'),
      ask('rule', 'alert'),
      ask('last', 'alert'),
    ]);
    expect(order).toEqual(['first', 'rule', 'last', 'panel', 'other']);
  });

  it('starts threads when there is work and not before, and no more than its size', async () => {
    open();
    expect(pool.workers).toBe(0);
    const naps = [run('nap'), run('nap'), run('nap')];
    expect([pool.workers, pool.busy, pool.queued]).toEqual([2, 2, 1]);
    const threads = await Promise.all(naps);
    expect(new Set(threads).size).toBe(2);
    expect([pool.workers, pool.busy, pool.queued]).toEqual([2, 0, 0]);
  });

  it('sends a job where its data source, and best its query, was worked on before', async () => {
    open();
    const [a, b] = await Promise.all([
      run('nap', { affinity: ['q1', 'ds1'] }),
      run('nap', { affinity: ['q2', 'ds2'] }),
    ]);
    expect(a).not.toBe(b);
    expect(await run('who', { affinity: ['q9', 'ds2'] })).toBe(b);
    expect(await run('who', { affinity: ['q8', 'ds1'] })).toBe(a);
    expect(await run('who', { affinity: ['q2', 'ds2'] })).toBe(b);
  });

  it('ends threads that have nothing to do, and starts others later', async () => {
    open({ idleMs: 20 });
    const first = await run('who');
    await wait(100);
    expect(pool.workers).toBe(0);
    expect(await run('who')).not.toBe(first);
    expect(log).not.toHaveBeenCalled();
  });

  it.each(['throw', 'exit'] as const)(
    'fails only the job of a thread that crashes (%s), and replaces it',
    async (crash) => {
      open();
      const nap = run('nap');
      await expect(run(crash)).rejects.toMatchObject({ failure: { status: 500, side: 'plugin' } });
      expect(await nap).toEqual(expect.any(Number));
      expect(pool.crashes).toBe(1);
      expect(log).toHaveBeenCalledWith('error', 'A worker stopped unexpectedly', expect.anything());
      await expect(Promise.all([run('nap'), run('nap')])).resolves.toHaveLength(2);
    }
  );

  it('lets a cancelled job end by itself', async () => {
    open({ graceMs: 5_000 });
    const thread = await run('who');
    const controller = new AbortController();
    const sleep = run('sleep', { signal: controller.signal });
    await wait(20);
    controller.abort();
    await expect(sleep).rejects.toMatchObject({ name: 'AbortError' });
    await wait(20);
    expect(pool.busy).toBe(0);
    expect(await run('who')).toBe(thread);
  });

  it('ends the thread of a cancelled job that does not end', async () => {
    open({ size: 1 });
    const controller = new AbortController();
    const spin = run('spin', { signal: controller.signal });
    const waiting = run('who');
    await wait(20);
    controller.abort();
    await expect(spin).rejects.toMatchObject({ name: 'AbortError' });
    expect(await waiting).toEqual(expect.any(Number));
    expect(pool.crashes).toBe(0);
  });

  it('forgets a job that is cancelled while it waits', async () => {
    open({ size: 1 });
    const nap = run('nap');
    const controller = new AbortController();
    const waiting = run('exit', { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await nap;
    expect([pool.queued, pool.crashes]).toEqual([0, 0]);
  });

  it('starts nothing for whoever has gone already', async () => {
    open();
    await expect(run('who', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(pool.workers).toBe(0);
  });

  it('stops what takes too long', async () => {
    open({ timeoutMs: 100 });
    await expect(run('spin')).rejects.toMatchObject({ failure: { status: 504 } });
    await wait(100);
    expect(pool.workers).toBe(0);
  });

  it('leaves a thread to alert rules however many panels there are, one more to resources and one to health checks', async () => {
    open({ size: 3 });
    const asked: Array<Promise<unknown>> = [];
    const busyWith = (urgency: Urgency) => {
      asked.push(...Array.from({ length: 24 }, () => run('nap', {}, urgency)));
      return pool.busy;
    };
    expect([busyWith('panel'), busyWith('alert'), busyWith('short'), busyWith('check')]).toEqual([2, 3, 4, 5]);
    await Promise.all(asked);
  });

  it('does short work while every thread is busy', async () => {
    open({ size: 1 });
    const controller = new AbortController();
    const spin = run('spin', { signal: controller.signal });
    const waiting = run('nap');
    for (let round = 0; round < 3; round++) {
      expect(await run('who', {}, 'short')).toEqual(expect.any(Number));
    }
    expect([pool.workers, pool.queued]).toEqual([2, 1]);
    controller.abort();
    await expect(spin).rejects.toThrow();
    await waiting;
  });

  it('refuses work beyond its queue, and after it was closed', async () => {
    open({ size: 1, queueLimit: 1 });
    const naps = [run('nap'), run('nap')];
    await expect(run('nap')).rejects.toMatchObject({ status: 503 });
    pool.close();
    expect(await Promise.allSettled(naps)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    await expect(run('who')).rejects.toMatchObject({ status: 503 });
    expect(pool.workers).toBe(0);
  });

  it("passes on a thread's failures and its log", async () => {
    open();
    await expect(run('fail')).rejects.toMatchObject({
      failure: { message: 'bad data', status: 422, side: 'downstream' },
    });
    await run('log');
    expect(log).toHaveBeenCalledWith('info', 'hello', { a: 1 });
  });

  it.each([
    ['closes the temporary files of a thread that it ends', 0, false],
    ['leaves alone a file that has the same handle by then', 1, true],
  ])('%s', async (_, off, isOpen) => {
    const folder = mkdtempSync(join(tmpdir(), 'modelwatch-pool-'));
    const handle = openSync(join(folder, 'spill'), 'w');
    const workerData = { handle, inode: fstatSync(handle).ino + off };
    open({ spawn: () => new Worker(THREAD, { eval: true, workerData }) });
    const gone = new AbortController();
    const spilling = expect(run('spill', { signal: gone.signal })).rejects.toThrow();
    await wait(200);
    gone.abort();
    await spilling;
    await wait(500);
    expect(isOpenFile(handle)).toBe(isOpen);
    if (isOpen) {
      closeSync(handle);
    }
    rmSync(folder, { recursive: true });
  });
});

function isOpenFile(handle: number): boolean {
  try {
    return fstatSync(handle).isFile();
  } catch {
    return false;
  }
}
