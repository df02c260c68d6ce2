import type { ColumnProfile } from './ColumnProfile';

/** order_id, orderId, ID, customer.uuid; not paid or valid. */
const NAME_IN_WORDS = /(^|[_.\s-])(id|uuid|guid)$/i;
const NAME_IN_HUMPS = /[a-z](Id|ID|Uuid|UUID)$/;

/** Fewer different values may be a list of codes. */
const LEAST_DIFFERENT = 100;
/** Of the rows looked at, so many have a value of their own in a column that is named as one of ids. */
const SHARE_BY_NAME = 0.1;
/** … of whole numbers, which have other names for other things. */
const SHARE_OF_NUMBERS = 0.5;
/** … and in one of texts that come in order, as from a sequence. */
const SHARE_IN_ORDER = 1 / 3;
const IN_ORDER = 0.95;
const DIGITS = /\d.*\d.*\d/;

/**
 * Why values that repeat are ids all the same; null where they are none. Lines of an order have its number, visits their
 * customer's: such values are new in each window by nature, and a test of their distribution says nothing about drift.
 */
export function looksLikeIds(profile: ColumnProfile, name: string): string | null {
  const { texts, present, integers, numbers, distinct, averageWords, looked = 0 } = profile;
  const isNamed = isNamedAsIds(name);
  // Where nobody knows how much they repeat, they are no ids for their name alone.
  const share = looked === 0 ? 0 : distinct / looked;
  if (distinct < LEAST_DIFFERENT) {
    return null;
  }
  if (integers === present && numbers === present) {
    return isNamed && share >= SHARE_OF_NUMBERS
      ? 'whole numbers that nearly all differ, named as ids: identifiers'
      : null;
  }
  const isText = texts === present && averageWords < 1.5;
  if (isText && isNamed && share >= SHARE_BY_NAME) {
    return 'texts without spaces that repeat little, named as ids: identifiers';
  }
  return isText && share >= SHARE_IN_ORDER && isSequence(profile)
    ? 'texts that come in rising order and repeat little: identifiers'
    : null;
}

export function isNamedAsIds(name: string): boolean {
  return NAME_IN_WORDS.test(name) || NAME_IN_HUMPS.test(name);
}

function isSequence({ rising = 0, looked = 0, examples }: ColumnProfile): boolean {
  return rising >= IN_ORDER * looked && examples.every((text) => DIGITS.test(text));
}
