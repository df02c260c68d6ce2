import type { Worker } from 'node:worker_threads';
import type { Log } from '../log/Logger';
import { TaskFailed } from '../tasks/Failure';
import { Affinity } from './Affinity';
import type { Job } from './Job';
import { LeftSpills } from './LeftSpills';
import type { FromWorker, ToWorker } from './messages';

const CRASHED =
  'The part of Modelwatch that was evaluating this stopped unexpectedly and was replaced. Its log has the details; if it happens again, ask for less data.';

export interface PooledWorkerEvents {
  /** Its job is settled and it can take another. */
  onFree(): void;
  /** It takes no more jobs, for whatever reason. */
  onEnd(crashed: boolean): void;
  /** Its thread is gone: after the end, or never where it hangs in a call of the operating system. */
  onGone(): void;
}

/** One worker thread and the one job it is doing. */
export class PooledWorker<Task, Answer> {
  readonly affinity = new Affinity();
  private job: Job<Task, Answer> | undefined;
  private graceTimer: NodeJS.Timeout | undefined;
  private ending = false;
  private ended = false;
  private affinityKey = '';
  private readonly spills = new LeftSpills();

  constructor(
    private readonly worker: Worker,
    private readonly log: Log,
    private readonly events: PooledWorkerEvents
  ) {
    worker.on('message', (message: FromWorker<Answer>) => this.onMessage(message));
    worker.on('error', (error: unknown) =>
      this.onEnd(error instanceof Error ? (error.stack ?? error.message) : String(error))
    );
    worker.on('exit', (code: number) => {
      this.onEnd(`exit code ${code}`);
      this.spills.close();
      this.events.onGone();
    });
  }

  /** Of the last job: whose data it read. */
  get owner(): string {
    return this.affinityKey;
  }

  get busy(): boolean {
    return this.job !== undefined;
  }

  start(job: Job<Task, Answer>): void {
    this.job = job;
    this.affinity.add(job.affinity);
    this.affinityKey = job.owner;
    this.post({ kind: 'run', job: job.id, task: job.task });
  }

  /** Nobody waits for its job any more: it may end it by itself, and is ended if it does not. */
  abandon(job: Job<Task, Answer>, graceMs: number): void {
    if (this.job === job) {
      this.post({ kind: 'cancel', job: job.id });
      this.graceTimer = setTimeout(() => this.end(), graceMs);
    }
  }

  /** Ends the job that it does, and itself. */
  fail(error: Error): void {
    const { job } = this;
    if (job !== undefined && !job.settled) {
      job.fail(error);
    }
    this.end();
  }

  end(): void {
    this.ending = true;
    void this.worker.terminate();
    this.onEnd('ended');
  }

  private post(message: ToWorker<Task>): void {
    this.worker.postMessage(message);
  }

  private onMessage(message: FromWorker<Answer>): void {
    if (message.kind === 'log') {
      this.log(message.level, message.message, message.fields);
      return;
    }
    if (message.kind === 'spill') {
      this.spills.note(message.handle, message.inode);
      return;
    }
    const { job } = this;
    if (!job || job.id !== message.job) {
      return;
    }
    this.release();
    if (!job.settled) {
      if (message.kind === 'answer') {
        job.succeed(message.answer);
      } else {
        job.fail(new TaskFailed(message.failure));
      }
    }
    this.events.onFree();
  }

  private onEnd(how: string): void {
    if (this.ended) {
      return;
    }
    this.ended = true;
    const { job } = this;
    this.release();
    if (!this.ending) {
      this.log('error', 'A worker stopped unexpectedly', { how });
    }
    if (job && !job.settled) {
      job.fail(new TaskFailed({ message: CRASHED, status: 500, side: 'plugin' }));
    }
    this.events.onEnd(!this.ending);
  }

  private release(): void {
    clearTimeout(this.graceTimer);
    this.job = undefined;
  }
}
