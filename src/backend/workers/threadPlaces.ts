import { isMainThread, type Worker, workerData } from 'node:worker_threads';
import { type Hang, watchBlocking } from '../../sources/blocking';
import { Memory, setMemory } from '../../sources/memory/Memory';
import { memoryLimits } from '../../sources/memory/memoryLimits';
import { setStoreTurns, STORES } from '../../sources/transport/storeTurns';

/** What threads tell of themselves, whatever they are doing: each in a place of its own. */
interface Places {
  /** Kilobytes that its readings hold. */
  readonly held: Int32Array<SharedArrayBuffer>;
  /**
   * Since when it is in a call that may hang, in tenths of a second since the start: positive for a file, negative for a
   * regular expression, and 0 while it is in none.
   */
  readonly blocked: Int32Array<SharedArrayBuffer>;
  /** Requests under way, by thread and store. */
  readonly requests: Int32Array<SharedArrayBuffer>;
  /** Of the start, in milliseconds since the epoch. */
  readonly start: number;
}

interface Place extends Places {
  readonly place: number;
}

export interface ThreadPlaces {
  start(create: (options: { workerData: { place: Place } }) => Worker): Worker;
  /** Which call that may hang a thread is in, and for how long; null while it is in none. */
  hangOf(worker: Worker): RunningHang | null;
}

export interface RunningHang {
  readonly hang: Hang;
  readonly ms: number;
}

/**
 * Places for as many threads, so that each knows what all hold, and the main thread which of them wait for a file. A place
 * is free again when its thread has ended, and not before.
 */
export function threadPlaces(most: number): ThreadPlaces {
  const places: Places = {
    held: counters(most),
    blocked: counters(most),
    requests: counters(most * STORES),
    start: Date.now(),
  };
  const free = Array.from(places.held.keys());
  const taken = new WeakMap<Worker, number>();
  return {
    start: (create) => {
      // With more threads than places some count in the first one.
      const place = free.shift() ?? 0;
      const worker = create({ workerData: { place: { ...places, place } } });
      taken.set(worker, place);
      worker.once('exit', () => {
        Atomics.store(places.held, place, 0);
        Atomics.store(places.blocked, place, 0);
        places.requests.fill(0, place * STORES, (place + 1) * STORES);
        free.push(place);
      });
      return worker;
    },
    hangOf: (worker) => {
      const since = Atomics.load(places.blocked, taken.get(worker) ?? 0);
      const ms = Date.now() - places.start - 100 * Math.abs(since);
      return since === 0 ? null : { hang: since > 0 ? 'file' : 'pattern', ms };
    },
  };
}

/** In a thread that was started so. */
export function tellOfItself(): void {
  const { place: own } = (workerData ?? {}) as { readonly place?: Place };
  if (isMainThread || own === undefined) {
    return;
  }
  const { held, blocked, requests, start, place } = own;
  setMemory(new Memory(memoryLimits(process.env), held, place));
  setStoreTurns({ counts: requests, thread: place });
  watchBlocking({
    begin: (hang) => {
      const since = Math.max(1, Math.ceil((Date.now() - start) / 100));
      Atomics.store(blocked, place, hang === 'file' ? since : -since);
    },
    end: () => Atomics.store(blocked, place, 0),
  });
}

function counters(most: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(most * Int32Array.BYTES_PER_ELEMENT));
}
