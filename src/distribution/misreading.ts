import type { ColumnProfile } from './ColumnProfile';

export const MISREADINGS = ['decimal_comma', 'epoch_milliseconds'] as const;

/** What a column may be instead of what its type says, by how its values are written. */
export type Misreading = (typeof MISREADINGS)[number];

export const IN_WORDS: Readonly<Record<Misreading, string>> = {
  decimal_comma: 'numbers with a decimal comma',
  epoch_milliseconds: 'times in milliseconds since 1970',
};

const SURE_SHARE = 0.95;
/** From 2000 to 2100: whole numbers of this size are seldom amounts. */
const FIRST_TIME = Date.UTC(2000, 0);
const LAST_TIME = Date.UTC(2100, 0);

/**
 * Text of which 19 in 20 values are numbers, some of them only if a comma is allowed in them; whole numbers that all are
 * times between 2000 and 2100 if they count the milliseconds since 1970, as pandas writes times in JSON.
 */
export function misreadingOf(profile: ColumnProfile): Misreading | undefined {
  const { present, numbers, integers, commaNumbers, smallest, largest } = profile;
  const isText = numbers < SURE_SHARE * present;
  if (isText && commaNumbers > 0 && numbers + commaNumbers >= SURE_SHARE * present) {
    return 'decimal_comma';
  }
  const areWhole = present > 0 && integers === present && smallest !== null && largest !== null;
  return areWhole && smallest >= FIRST_TIME && largest < LAST_TIME ? 'epoch_milliseconds' : undefined;
}
