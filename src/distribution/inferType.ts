import type { FeatureType } from '../query/featureType';
import { type ColumnProfile, DISTINCT_LIMIT } from './ColumnProfile';
import { looksLikeIds } from './looksLikeIds';
import { IN_WORDS, type Misreading, misreadingOf } from './misreading';

/** Integers with at most this many different values may be codes. */
export const MOST_CODES = 10;
/** … if each occurs this often on average: a short column of counts is not a column of codes. */
const LEAST_REPEATS = 20;
/** Text of more words than this on average, and mostly different, is prose. */
const WORDS_OF_PROSE = 3;
/** A column in which every value differs is told from a short one by this size. */
const LEAST_FOR_IDENTIFIERS = 100;

export interface InferredType {
  readonly type: FeatureType | 'time';
  /** The rule that decided, with its figures. */
  readonly evidence: string;
  /** Every value differs, as in a key: a test of its distribution says nothing about drift. */
  readonly identifier: boolean;
  /** No value is present, so that nothing tells the type. */
  readonly empty?: true;
  /** What it may be instead: how it is written is ambiguous. */
  readonly misreading?: Misreading;
  /** One of the values that may be misread. */
  readonly example?: string;
  /** It is misread, and of too many different values to be categories all the same: nothing can be said of it as it is. */
  readonly unusable?: true;
}

/**
 * The type of a column, from the baseline alone. The first rule that holds decides:
 * 1. nothing present: categorical.
 * 2. only true and false, or only 0 and 1, or only two texts such as yes/no and true/false: boolean.
 * 3. only dates and ISO times: time.
 * 4. at least 19 of 20 values are numbers: numeric, unless they are whole, of at most 10 different values, and each
 *    occurs at least 20 times on average: those are codes, categorical, and so are 1, 2 and 1-backtest. Whole numbers that
 *    all differ and run without gaps through at least half of their range are identifiers.
 *    Whole numbers of which any begins with a 0, or has more digits than a number holds, are codes too, whatever their number.
 * 5. else text: of more than 3 words on average and mostly different, text; otherwise categorical. At least 100 values
 *    without spaces that all differ are identifiers.
 * Values that repeat are identifiers all the same where they are named so (`order_id`) and repeat little, or come in order.
 * What may be something else by how it is written keeps its type, and is marked as a possible misreading.
 */
export function inferType(profile: ColumnProfile, name = ''): InferredType {
  const plain = inferPlainly(profile);
  const ids =
    plain.identifier || plain.type === 'time' || plain.type === 'boolean' ? null : looksLikeIds(profile, name);
  const inferred = ids === null ? plain : { ...plain, evidence: ids, identifier: true };
  const misreading = misreadingOf(profile);
  if (misreading === undefined) {
    return inferred;
  }
  const evidence = `${inferred.evidence}, which look like ${IN_WORDS[misreading]}`;
  if (misreading === 'epoch_milliseconds') {
    return { ...inferred, evidence, misreading };
  }
  const example = profile.writings?.get(misreading)?.example;
  // Dates are new each day: as times they have no drift. Numbers are no identifiers because each occurs but once.
  const areDates = misreading === 'date';
  const isVaried = areDates || profile.distinct > MOST_CODES;
  return {
    ...{ ...inferred, type: 'categorical' as const, evidence, misreading, identifier: areDates },
    ...(example !== undefined && { example }),
    ...(isVaried && { unusable: true as const }),
  };
}

function inferPlainly(profile: ColumnProfile): InferredType {
  const { present, booleans, times, numbers } = profile;
  if (present === 0) {
    return { ...found('categorical', 'no value is present'), empty: true };
  }
  const pair = truthPair(profile);
  if (booleans === present || pair !== null) {
    return found('boolean', pair ?? 'true and false');
  }
  if (times === present) {
    return found('time', 'dates and times');
  }
  if (numbers < 0.95 * present) {
    return inferText(profile);
  }
  return (profile.codes ?? 0) > 0 && profile.integers === numbers ? inferCodes(profile) : inferNumber(profile);
}

function inferNumber({
  present,
  numbers,
  integers,
  distinct,
  repeats,
  smallest,
  largest,
}: ColumnProfile): InferredType {
  const others = present - numbers;
  const besides = others > 0 ? `, beside ${others} of ${present} values that are not` : '';
  if (integers === numbers && distinct <= MOST_CODES && present >= LEAST_REPEATS * distinct) {
    const what = others > 0 ? 'values, most of them whole numbers' : distinct === 1 ? 'whole number' : 'whole numbers';
    return found('categorical', `${distinct} different ${what}, each often: codes`);
  }
  if (integers < numbers || smallest === null || largest === null) {
    return found('numeric', `numbers${besides}`);
  }
  const allDiffer = numbers >= LEAST_FOR_IDENTIFIERS && !repeats;
  if (allDiffer && largest - smallest + 1 >= numbers && largest - smallest < 2 * numbers) {
    return { type: 'numeric', evidence: 'whole numbers that all differ, without gaps: identifiers', identifier: true };
  }
  return found('numeric', `${distinct >= DISTINCT_LIMIT ? 'many' : distinct} different whole numbers${besides}`);
}

function inferCodes({ present, distinct, repeats }: ColumnProfile): InferredType {
  const evidence = 'digits that a number would not give back as they are written, such as 007 or 19 digits: codes';
  const allDiffer = present >= LEAST_FOR_IDENTIFIERS && !repeats;
  return allDiffer && distinct > 1
    ? { type: 'categorical', evidence: `${evidence}, all different: identifiers`, identifier: true }
    : found('categorical', evidence);
}

function inferText({ present, texts, distinct, repeats, averageWords }: ColumnProfile): InferredType {
  const many = distinct >= DISTINCT_LIMIT;
  const mostlyDiffers = many || distinct > present / 2;
  if (averageWords > WORDS_OF_PROSE && mostlyDiffers && texts > present / 2) {
    return found('text', `text of ${averageWords.toFixed(1)} words on average, mostly different`);
  }
  const allDiffer = present >= LEAST_FOR_IDENTIFIERS && !repeats;
  if (allDiffer && averageWords < 1.5) {
    return { type: 'categorical', evidence: 'texts without spaces that all differ: identifiers', identifier: true };
  }
  return found('categorical', `${many ? 'many' : distinct} different ${distinct === 1 ? 'text' : 'texts'}`);
}

const TRUTH_PAIRS = [
  ['0', '1'],
  ['true', 'false'],
  ['t', 'f'],
  ['yes', 'no'],
  ['y', 'n'],
  ['on', 'off'],
];

/** Two values that mean yes and no; one of them alone is not evidence enough. */
function truthPair({ distinct, examples, numbers, texts, present }: ColumnProfile): string | null {
  if (distinct !== 2 || (numbers !== present && texts !== present)) {
    return null;
  }
  const values = examples.map((example) => example.toLowerCase());
  const isPair = TRUTH_PAIRS.some((pair) => pair.every((value) => values.includes(value)));
  return isPair ? `only ${[...examples].sort().join(' and ')}` : null;
}

function found(type: InferredType['type'], evidence: string): InferredType {
  return { type, evidence, identifier: false };
}
