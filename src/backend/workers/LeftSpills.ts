import { closeSync, fstatSync } from 'node:fs';

/** The temporary files that a thread has open: Bun leaves them open when the thread is ended, and Node does not. */
export class LeftSpills {
  private readonly inodes = new Map<number, number>();

  note(handle: number, inode: number | null): void {
    if (inode === null) {
      this.inodes.delete(handle);
    } else {
      this.inodes.set(handle, inode);
    }
  }

  /** When the thread is gone. Handles are those of the process: one may be another file's by now. */
  close(): void {
    for (const [handle, inode] of this.inodes) {
      try {
        if (fstatSync(handle).ino === inode) {
          closeSync(handle);
        }
      } catch {
        // It is closed.
      }
    }
    this.inodes.clear();
  }
}
