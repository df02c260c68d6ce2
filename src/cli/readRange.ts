import { isTimeExpression, parseTime, type TimeRange } from '../query/time';
import { CommandLineError } from './CommandLineError';

/** The range of `--from` and `--to`; null, which is everything, where neither is given. Throws a CommandLineError. */
export function readRange(from: string | undefined, to: string | undefined, now: number): TimeRange | null {
  if (from === undefined && to === undefined) {
    return null;
  }
  const range = { from: readTime('from', from, now), to: readTime('to', to, now) };
  if (range.from >= range.to) {
    throw new CommandLineError(`--from ${from} must lie before --to ${to}.`);
  }
  return range;
}

function readTime(option: string, text: string | undefined, now: number): number {
  if (text === undefined) {
    throw new CommandLineError(`--${option} is missing: give both --from and --to, or neither.`);
  }
  if (!isTimeExpression(text)) {
    throw new CommandLineError(`--${option}: "${text}" is not a time: write 2013-07-01T00:00:00Z, or now-6h.`);
  }
  return parseTime(text, now);
}
