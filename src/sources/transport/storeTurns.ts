/** Stores that are told apart; two that fall on one count together. */
export const STORES = 64;
/**
 * Requests of the whole process that may be under way to one store, by what they are for: more would only queue there.
 * Panels leave some to alert rules, and both to health checks and what an editor waits for.
 */
const MOST = { check: 10, alert: 8, panel: 6 };
export type StoreUrgency = keyof typeof MOST;
const LOOK_MS = 25;

interface Turns {
  /** Requests under way, by thread and store. */
  readonly counts: Int32Array;
  readonly thread: number;
}

/** Of this thread's job. */
let urgency: StoreUrgency = 'alert';

/** Another job begins in this thread. */
export function setStoreUrgency(of: StoreUrgency): void {
  urgency = of;
}

let turns: Turns = { counts: new Int32Array(STORES), thread: 0 };

/** In a thread that counts together with others. */
export function setStoreTurns(shared: Turns): void {
  turns = shared;
}

/** Runs a request as soon as fewer than it may have beside it are under way to its store, in all threads together. */
export async function inTurnOfAll<Result>(place: string, request: () => Promise<Result>): Promise<Result> {
  const { counts, thread } = turns;
  const store = storeOf(place);
  const own = thread * STORES + store;
  const most = MOST[urgency];
  for (;;) {
    Atomics.add(counts, own, 1);
    if (underWay(counts, store) <= most) {
      break;
    }
    Atomics.sub(counts, own, 1);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  try {
    return await request();
  } finally {
    Atomics.sub(counts, own, 1);
  }
}

function underWay(counts: Int32Array, store: number): number {
  let sum = 0;
  for (let at = store; at < counts.length; at += STORES) {
    sum += Atomics.load(counts, at);
  }
  return sum;
}

/** FNV-1a (Fowler, Noll, Vo). */
function storeOf(place: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < place.length; i++) {
    hash = Math.imul(hash ^ place.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % STORES;
}
