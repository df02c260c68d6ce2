/** Why a task failed, as data that can cross from a worker to the main thread. */
export interface Failure {
  /** For the user: what is wrong and what to do; never a stack. */
  readonly message: string;
  /** HTTP status. */
  readonly status: number;
  readonly side: 'plugin' | 'downstream';
  /** For the log alone, where the failure is unexpected. */
  readonly stack?: string;
}

/** A failure that a worker or the pool reported, thrown in the main thread. */
export class TaskFailed extends Error {
  override name = 'TaskFailed';
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}
