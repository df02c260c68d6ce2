/** Told which temporary files a thread has open. */
export interface SpillWatcher {
  /** @param inode tells the file from another one that has the same handle later */
  opened(handle: number, inode: number): void;
  closing(handle: number): void;
}

let watcher: SpillWatcher = { opened: () => undefined, closing: () => undefined };

/** In a thread that may be ended in the middle: a file without a name takes its space until somebody closes it. */
export function watchSpills(by: SpillWatcher): void {
  watcher = by;
}

/** Whoever watches this thread. */
export function openSpills(): SpillWatcher {
  return watcher;
}
