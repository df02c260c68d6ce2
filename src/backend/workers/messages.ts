import type { LogFields, LogLevel } from '../log/Logger';
import type { Failure } from '../tasks/Failure';

/** From the main thread to a worker, which does one job at a time. */
export type ToWorker<Task> =
  | { readonly kind: 'run'; readonly job: number; readonly task: Task }
  | { readonly kind: 'cancel'; readonly job: number };

export type FromWorker<Answer> =
  | { readonly kind: 'answer'; readonly job: number; readonly answer: Answer }
  | { readonly kind: 'failure'; readonly job: number; readonly failure: Failure }
  | { readonly kind: 'log'; readonly level: LogLevel; readonly message: string; readonly fields: LogFields }
  | { readonly kind: 'spill'; readonly handle: number; /** Null when it is closed. */ readonly inode: number | null };
