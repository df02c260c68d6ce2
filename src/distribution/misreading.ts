import type { ColumnProfile } from './ColumnProfile';
import { type Writing, WRITINGS } from './cell/writingOf';

export const MISREADINGS = [...WRITINGS, 'epoch_milliseconds'] as const;

/** What a column may be instead of what its type says, by how its values are written. */
export type Misreading = (typeof MISREADINGS)[number];

export const IN_WORDS: Readonly<Record<Misreading, string>> = {
  decimal_comma: 'numbers with a decimal comma',
  thousands: 'numbers with their thousands apart',
  currency: 'amounts with a currency',
  percent: 'numbers with a percent sign',
  accounting: 'numbers with brackets or a minus behind them where they are negative',
  duration: 'durations',
  date: 'dates that are not ISO 8601',
  epoch_milliseconds: 'times in milliseconds since 1970',
};

const SURE_SHARE = 0.95;
/** From 2000 to 2100: whole numbers of this size are seldom amounts. */
const FIRST_TIME = Date.UTC(2000, 0);
const LAST_TIME = Date.UTC(2100, 0);

/**
 * Text of which 19 in 20 values are numbers or dates, some of them only if a comma, a currency, a percent sign and the like are
 * allowed in them: by the writing that most have; whole numbers that all are times between 2000 and 2100 if they count the
 * milliseconds since 1970, as pandas writes times in JSON.
 */
export function misreadingOf(profile: ColumnProfile): Misreading | undefined {
  const { present, numbers, times, integers, smallest, largest } = profile;
  const writings = writingsOf(profile);
  const written = writings.reduce((sum, [, count]) => sum + count, 0);
  const isText = numbers < SURE_SHARE * present;
  if (isText && written > 0) {
    const [most] = writings.reduce((best, one) => (one[1] > best[1] ? one : best));
    if ((most === 'date' ? times : numbers) + written >= SURE_SHARE * present) {
      return most;
    }
  }
  const areWhole = present > 0 && integers === present && smallest !== null && largest !== null;
  return areWhole && smallest >= FIRST_TIME && largest < LAST_TIME ? 'epoch_milliseconds' : undefined;
}

function writingsOf({ writings, commaNumbers }: ColumnProfile): ReadonlyArray<[Writing, number]> {
  return writings === undefined
    ? [['decimal_comma', commaNumbers]]
    : Array.from(writings, ([writing, { count }]) => [writing, count]);
}
