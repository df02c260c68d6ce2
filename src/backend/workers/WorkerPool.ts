import type { Worker } from 'node:worker_threads';
import type { Hang } from '../../sources/blocking';
import type { Log } from '../log/Logger';
import { BadRequest } from '../tasks/BadRequest';
import { TaskFailed } from '../tasks/Failure';
import { HangingThreads, hangs, LONGEST_HANG } from './HangingThreads';
import { Job, type Urgency } from './Job';
import { PooledWorker } from './PooledWorker';
import type { RunningHang } from './threadPlaces';

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
  /** Which call that may hang a thread is in; null while it is in none. */
  readonly hangOf?: (worker: Worker) => RunningHang | null;
  /** After how many milliseconds it counts as one that hangs. */
  readonly longestHang?: Readonly<Record<Hang, number>>;
}

export interface JobOptions {
  /** Whoever waits for the answer has gone when it aborts. */
  readonly signal: AbortSignal;
  /** What a worker may remember of earlier jobs, the most telling first: a job goes where most of it was seen. */
  readonly affinity: readonly string[];
  /** What is more urgent goes first, and has threads that others may not take; `panel` unless given. */
  readonly urgency?: Urgency;
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
  async run(task: Task, { signal, affinity, urgency = 'panel' }: JobOptions): Promise<Answer> {
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
    const job = new Job<Task, Answer>(++this.jobs, task, affinity, urgency);
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
      // Whatever waits behind it may have no more threads than it may.
      if (this.busy >= job.threadsOf(this.options.size)) {
        return;
      }
      const member = this.mostFamiliar(job) ?? this.spawn();
      this.queue.shift();
      clearTimeout(member.idleTimer);
      member.worker.start(job);
    }
  }

  /** Ends threads that hang: nobody else can, and the others go on. */
  private watchBlocked(): void {
    const { hangOf, longestHang = LONGEST_HANG } = this.options;
    if (hangOf === undefined || this.watch !== undefined) {
      return;
    }
    const look = () => {
      for (const { worker, thread } of this.members) {
        const running = worker.busy ? hangOf(thread) : null;
        if (running !== null && running.ms > longestHang[running.hang]) {
          worker.fail(new TaskFailed(hangs(running.hang, longestHang[running.hang])));
        }
      }
    };
    this.watch = setInterval(look, Math.min(1000, ...Object.values(longestHang).map((ms) => ms / 2)));
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
