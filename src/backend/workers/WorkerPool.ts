import type { Worker } from 'node:worker_threads';
import type { Log } from '../log/Logger';
import { BadRequest } from '../tasks/BadRequest';
import { TaskFailed } from '../tasks/Failure';
import { doesNotOpen, HangingThreads } from './HangingThreads';
import { Job } from './Job';
import { PooledWorker } from './PooledWorker';

export interface WorkerPoolOptions {
  /** Starts a thread that answers `messages.ts`. */
  readonly spawn: () => Worker;
  readonly log: Log;
  /** Most threads at a time. */
  readonly size: number;
  /** A worker without work for so long is ended, and its caches with it. */
  readonly idleMs: number;
  /** How long a cancelled job may take to end by itself before its worker is ended. */
  readonly graceMs: number;
  /** Longest a job may run. */
  readonly timeoutMs: number;
  /** Jobs that may wait; more are refused. */
  readonly queueLimit: number;
  /** For how many milliseconds a thread has waited for the operating system to find or open a file. */
  readonly blockedMs?: (worker: Worker) => number;
  /** After so long the file counts as one that doesn't open. */
  readonly blockedLimitMs?: number;
}

export interface JobOptions {
  /** Whoever waits for the answer has gone when it aborts. */
  readonly signal: AbortSignal;
  /** What a worker may remember of earlier jobs, the most telling first: a job goes where most of it was seen. */
  readonly affinity: readonly string[];
  /** Goes before what waits, and may have a thread beyond the pool's size: somebody waits for a short answer. */
  readonly urgent?: boolean;
  /** Goes before what is not: an alert rule is late otherwise, and a panel only slow. */
  readonly alert?: boolean;
}

interface Member<Task, Answer> {
  readonly thread: Worker;
  readonly worker: PooledWorker<Task, Answer>;
  idleTimer?: NodeJS.Timeout;
}

/**
 * Does CPU-bound tasks in threads, one at a time each, so that the main thread answers at once. Threads start when there
 * is work, end when there is none, and a crash fails only the job that was being done.
 */
export class WorkerPool<Task, Answer> {
  private members: Array<Member<Task, Answer>> = [];
  private queue: Array<Job<Task, Answer>> = [];
  private jobs = 0;
  private closed = false;
  crashes = 0;
  private readonly hanging = new HangingThreads();
  private watch: NodeJS.Timeout | undefined;

  constructor(private readonly options: WorkerPoolOptions) {}

  get workers(): number {
    return this.members.length;
  }

  get busy(): number {
    return this.members.filter(({ worker }) => worker.busy).length;
  }

  /** Threads that were ended and are still there, since they hang in a call of the operating system. */
  get stuck(): number {
    return this.hanging.count;
  }

  get queued(): number {
    return this.queue.length;
  }

  /** Rejects with a TaskFailed, or with an AbortError as soon as the signal aborts. */
  async run(task: Task, { signal, affinity, urgent = false, alert = false }: JobOptions): Promise<Answer> {
    signal.throwIfAborted();
    if (this.closed) {
      throw new BadRequest('Modelwatch is shutting down.', 503);
    }
    if (this.queue.length >= this.options.queueLimit) {
      throw new BadRequest(
        `Modelwatch has ${this.queue.length} requests waiting already: ask again later, or for fewer at a time.`,
        503
      );
    }
    this.hanging.refuse(affinity.at(-1) ?? '', this.options.size);
    const job = new Job<Task, Answer>(++this.jobs, task, affinity, urgent, alert);
    const seconds = this.options.timeoutMs / 1000;
    const onAbort = () => this.abandon(job, signal.reason);
    const onTimeout = () =>
      this.abandon(
        job,
        new TaskFailed({
          message: `The evaluation took more than ${seconds} s and was stopped: ask for a shorter time range or fewer features.`,
          status: 504,
          side: 'plugin',
        })
      );
    const timer = setTimeout(onTimeout, this.options.timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });
    const place = this.queue.filter((other) => other.rank <= job.rank).length;
    this.queue.splice(place, 0, job);
    this.dispatch();
    try {
      return await job.answer;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Ends every thread; what they were doing fails. */
  close(): void {
    this.closed = true;
    clearInterval(this.watch);
    const gone = new BadRequest('Modelwatch is shutting down.', 503);
    this.queue.splice(0).forEach((job) => job.fail(gone));
    [...this.members].forEach(({ worker }) => worker.end());
  }

  private abandon(job: Job<Task, Answer>, reason: Error): void {
    if (job.settled) {
      return;
    }
    this.queue = this.queue.filter((other) => other !== job);
    job.fail(reason);
    this.members.forEach(({ worker }) => worker.abandon(job, this.options.graceMs));
  }

  private dispatch(): void {
    for (let job = this.queue[0]; job; job = this.queue[0]) {
      // The thread beyond the pool's size is kept free for urgent work.
      if (this.busy >= this.options.size + (job.urgent ? 1 : 0)) {
        return;
      }
      const member = this.mostFamiliar(job) ?? this.spawn();
      this.queue.shift();
      clearTimeout(member.idleTimer);
      member.worker.start(job);
    }
  }

  /** Ends threads whose file doesn't open: nobody else can, and the others go on. */
  private watchBlocked(): void {
    const { blockedMs, blockedLimitMs = 10_000 } = this.options;
    if (blockedMs === undefined || this.watch !== undefined) {
      return;
    }
    const look = () => {
      for (const { worker, thread } of this.members) {
        if (worker.busy && blockedMs(thread) > blockedLimitMs) {
          worker.fail(new TaskFailed(doesNotOpen(blockedLimitMs)));
        }
      }
    };
    this.watch = setInterval(look, Math.min(1000, blockedLimitMs / 2));
    this.watch.unref();
  }

  private mostFamiliar(job: Job<Task, Answer>): Member<Task, Answer> | undefined {
    const score = ({ worker }: Member<Task, Answer>) => worker.affinity.score(job.affinity);
    return this.members.filter(({ worker }) => !worker.busy).sort((a, b) => score(b) - score(a))[0];
  }

  private spawn(): Member<Task, Answer> {
    const thread = this.options.spawn();
    this.watchBlocked();
    const member: Member<Task, Answer> = {
      thread,
      worker: new PooledWorker(thread, this.options.log, {
        onFree: () => {
          member.idleTimer = setTimeout(() => member.worker.end(), this.options.idleMs);
          this.dispatch();
        },
        onEnd: (crashed) => {
          clearTimeout(member.idleTimer);
          this.crashes += crashed ? 1 : 0;
          this.members = this.members.filter((other) => other !== member);
          this.hanging.add(member, member.worker.owner);
          this.dispatch();
        },
        onGone: () => this.hanging.delete(member),
      }),
    };
    this.members.push(member);
    return member;
  }
}
