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
    readonly urgent: boolean,
    readonly alert = false
  ) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** What is of a lower one goes first. */
  get rank(): number {
    return this.urgent ? 0 : this.alert ? 1 : 2;
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
