/** Told when a call to the operating system begins that may hang, and when it is over. */
export interface BlockingWatcher {
  begin(): void;
  end(): void;
}

let watcher: BlockingWatcher = { begin: () => undefined, end: () => undefined };

/** In a thread that another one watches. */
export function watchBlocking(by: BlockingWatcher): void {
  watcher = by;
}

/**
 * Runs a synchronous call that finds or opens a file. It may hang, as on a network share that is gone: then this thread
 * waits alone, and not one of the few that the runtime has for the files of all threads. Whoever watches ends the thread.
 */
export async function blocking<Result>(call: () => Result): Promise<Result> {
  watcher.begin();
  try {
    return call();
  } finally {
    watcher.end();
  }
}
