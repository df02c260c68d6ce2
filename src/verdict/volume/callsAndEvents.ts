import type { Counted } from './Allowance';

export function callsOf({ calls }: Counted): number {
  return calls ?? 0;
}

/** Of a share: how many of the calls it is. */
export function eventsOf({ value, calls }: Counted): number {
  return value * (calls ?? 0);
}
