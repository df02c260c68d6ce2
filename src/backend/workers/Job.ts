/**
 * The most urgent first: a health check, a short answer that somebody waits for, an alert rule, which is late otherwise, and
 * a panel, which is only slow.
 */
const URGENCIES = ['check', 'short', 'alert', 'panel'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** A task on its way through the pool; settled once, by whoever comes first. */
export class Job<Task, Answer> {
  readonly answer: Promise<Answer>;
  settled = false;
  private resolve!: (answer: Answer) => void;
  private reject!: (error: Error) => void;

  constructor(
    readonly id: number,
    readonly task: Task,
    /** What a worker may remember of earlier jobs, the most telling first. */
    readonly affinity: readonly string[],
    readonly urgency: Urgency
  ) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** What is of a lower one goes first. */
  get rank(): number {
    return URGENCIES.indexOf(this.urgency);
  }

  /** How many threads may be busy, of a pool of some size, once it runs: what is less urgent leaves some to the others. */
  threadsOf(size: number): number {
    switch (this.urgency) {
      case 'check':
        return size + 2;
      case 'short':
        return size + 1;
      case 'alert':
        return size;
      case 'panel':
        return Math.max(1, size - 1);
    }
  }

  /** The least telling of what a worker may remember: the data source. */
  get owner(): string {
    return this.affinity.at(-1) ?? '';
  }

  succeed(answer: Answer): void {
    this.settled = true;
    this.resolve(answer);
  }

  fail(error: Error): void {
    this.settled = true;
    this.reject(error);
  }
}
