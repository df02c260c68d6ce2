import { apart as plainlyApart, number, type Figure } from '../figures';

export { number, percent } from '../figures';

/** Several, with as many digits as it takes to see which of them differ. */
export function apart(...values: readonly Figure[]): string[] {
  return plainlyApart(values, number);
}

export function rows(value: Figure): string {
  return `${number(value)} ${value === 1 ? 'row' : 'rows'}`;
}

/** A number of seconds, in the largest unit of which it is one or more. */
export function span(seconds: Figure): string {
  if (typeof seconds !== 'number') {
    return 'unknown';
  }
  const [unit, length] = UNITS.find(([, one]) => Math.abs(seconds) >= one) ?? ['seconds', 1];
  const count = number(seconds / length);
  return `${count} ${count === '1' ? unit.slice(0, -1) : unit}`;
}

const UNITS: ReadonlyArray<readonly [string, number]> = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
];

/** A time in milliseconds, in UTC. */
export function moment(value: Figure): string {
  return typeof value === 'number' ? `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')} UTC` : 'unknown';
}
