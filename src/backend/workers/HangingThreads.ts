import type { Hang } from '../../sources/blocking';
import { BadRequest } from '../tasks/BadRequest';
import type { Failure } from '../tasks/Failure';

/** A thread that was ended is gone at once, unless it hangs. */
const USUAL_MS = 2_000;
/** Threads that a single data source may leave behind. */
const MOST_OF_ONE = 2;

/**
 * Threads that were ended and are still there. One that hangs in a call of the operating system can't be ended, and takes
 * its memory with it: a data source that leaves some behind is refused until they are gone, so that the others go on.
 */
export class HangingThreads {
  private readonly ended = new Map<object, { readonly owner: string; readonly at: number }>();

  add(thread: object, owner: string): void {
    this.ended.set(thread, { owner, at: Date.now() });
  }

  delete(thread: object): void {
    this.ended.delete(thread);
  }

  get count(): number {
    return this.all().length;
  }

  /** Throws a BadRequest where this data source, or all together, have left too many behind. */
  refuse(owner: string, most: number): void {
    const hanging = this.all();
    const own = hanging.filter((one) => one.owner === owner).length;
    if (own >= MOST_OF_ONE || hanging.length >= most) {
      throw new BadRequest(
        `${own >= MOST_OF_ONE ? own : hanging.length} earlier requests still wait for a file that can't be opened or read: is its folder on a network share that hangs? Others are answered when they are gone.`,
        503
      );
    }
  }

  private all() {
    const now = Date.now();
    return [...this.ended.values()].filter(({ at }) => now - at > USUAL_MS);
  }
}

/** How long a thread may hang, and what is said then, in milliseconds. */
export const LONGEST_HANG: Readonly<Record<Hang, number>> = { file: 10_000, pattern: 30_000 };

export function hangs(hang: Hang, limitMs: number): Failure {
  const seconds = limitMs / 1000;
  return hang === 'file'
    ? {
        message: `A file could not be opened or read within ${seconds} s: is its folder on a network share that hangs?`,
        status: 504,
        side: 'downstream',
      }
    : {
        message: `Matching the regular expressions of the expectations took more than ${seconds} s. A pattern with a repetition inside of a repetition, such as (a+)+, tries every way to split a text: write it without.`,
        status: 422,
        side: 'plugin',
      };
}
