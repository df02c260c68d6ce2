import { parseDuration } from '../../query/duration';
import type { Endpoint } from './endpoint';

const DEFAULT_MS = 30_000;

/** Milliseconds that one request may take. */
export function timeoutOf({ timeout }: Pick<Endpoint, 'timeout'>): number {
  return timeout === undefined ? DEFAULT_MS : parseDuration(timeout);
}
