import { limitConcurrency } from './limitConcurrency';
import { inTurnOfAll } from './storeTurns';

type Limiter = ReturnType<typeof limitConcurrency>;

const limiters = new Map<string, Limiter>();

/** One limit for all requests of this process's thread to one store, however many queries run; and one for all threads. */
export function inTurn(place: string, limit: number): Limiter {
  const known = limiters.get(place) ?? newLimiter(place, limit);
  limiters.set(place, known);
  return known;
}

function newLimiter(place: string, limit: number): Limiter {
  const limited = limitConcurrency(limit);
  return (task) => limited(() => inTurnOfAll(place, task));
}
