import { limitConcurrency } from './limitConcurrency';

type Limiter = ReturnType<typeof limitConcurrency>;

const limiters = new Map<string, Limiter>();

/** One limit for all requests of this process's thread to one store, however many queries run. */
export function inTurn(place: string, limit: number): Limiter {
  const known = limiters.get(place) ?? limitConcurrency(limit);
  limiters.set(place, known);
  return known;
}
