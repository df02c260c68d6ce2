import { isMainThread, type Worker, workerData } from 'node:worker_threads';
import { Memory, setMemory } from '../../sources/memory/Memory';
import { memoryLimits } from '../../sources/memory/memoryLimits';

interface Place {
  readonly held: Int32Array<SharedArrayBuffer>;
  readonly place: number;
}

/**
 * Gives every thread a place in which it counts what its readings hold, so that each knows what all take. A place is free
 * again when its thread has ended, and not before.
 */
export function memoryPlaces(most: number): (start: (options: { workerData: { memory: Place } }) => Worker) => Worker {
  const held = new Int32Array(new SharedArrayBuffer(most * Int32Array.BYTES_PER_ELEMENT));
  const free = Array.from(held.keys());
  return (start) => {
    // With more threads than places two of them count in one.
    const place = free.shift() ?? 0;
    const worker = start({ workerData: { memory: { held, place } } });
    worker.once('exit', () => {
      Atomics.store(held, place, 0);
      free.push(place);
    });
    return worker;
  };
}

/** In a thread that was started so: counts with the others. */
export function countWithOthers(): void {
  const data = workerData as { readonly memory?: Place } | null | undefined;
  if (!isMainThread && data?.memory !== undefined) {
    setMemory(new Memory(memoryLimits(process.env), data.memory.held, data.memory.place));
  }
}
