/** What a thread may hang in: a call to the operating system for a file, or a regular expression that goes back and forth. */
export type Hang = 'file' | 'pattern';

/** Told when a call begins that may hang, and when it is over. */
export interface BlockingWatcher {
  begin(hang: Hang): void;
  end(): void;
}

let watcher: BlockingWatcher = { begin: () => undefined, end: () => undefined };

/** In a thread that another one watches. */
export function watchBlocking(by: BlockingWatcher): void {
  watcher = by;
}

/**
 * Runs a synchronous call that finds, opens or reads a file. It may hang, as on a network share that is gone: then this
 * thread waits alone, and not one of the few that the runtime has for the files of all threads. Whoever watches ends the
 * thread.
 */
export async function blocking<Result>(call: () => Result): Promise<Result> {
  return watched('file', call);
}

/** Runs a call that matches the user's regular expressions. Whoever watches ends a thread that takes too long for it. */
export function matching<Result>(call: () => Result): Result {
  return watched('pattern', call);
}

function watched<Result>(hang: Hang, call: () => Result): Result {
  watcher.begin(hang);
  try {
    return call();
  } finally {
    watcher.end();
  }
}
