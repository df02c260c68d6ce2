import { isUsualMarker } from '../../../distribution/cell/missingMarkers';
import { type Bucket, keyOf } from '../client/SearchAnswer';
import { isNumberText } from './numberText';

export interface TextsRead {
  /** Those that stand for a value. */
  readonly present: readonly Bucket[];
  /** Documents with one that stands for none. */
  readonly missing: number;
  /** Of those with a value the share that are numbers. */
  readonly numberShare: number;
  readonly areIntegers: boolean;
}

const TRUTHS = /^(true|false|t|f|yes|no|y|n|on|off|0|1)$/i;

/**
 * What the most frequent texts of a keyword mean. Few different ones stay categories, whatever they look like: who maps a
 * keyword and writes 1, 2 and 3 writes codes. Whole numbers of which none comes twice are identifiers, and stay texts too.
 */
export function readTexts(listed: readonly Bucket[], isWhole: boolean): TextsRead {
  const values = listed.filter((bucket) => !isUsualMarker(keyOf(bucket)));
  const total = sum(values);
  const numbers = values.filter((bucket) => isNumberText(keyOf(bucket)));
  const areIntegers = numbers.every((bucket) => /^[+-]?\d+$/.test(keyOf(bucket).trim()));
  const areTruths = isWhole && values.length === 2 && values.every((bucket) => TRUTHS.test(keyOf(bucket)));
  const areIdentifiers = areIntegers && values.every(({ doc_count: count }) => count === 1);
  const share = total === 0 || isWhole || areIdentifiers ? 0 : sum(numbers) / total;
  const isOther = share < MOSTLY && !areTruths;
  return {
    present: isOther ? listed : values,
    missing: isOther ? 0 : sum(listed) - total,
    numberShare: isOther ? 0 : share,
    areIntegers,
  };
}

/** As in the inference of types. */
const MOSTLY = 0.95;

function sum(buckets: readonly Bucket[]): number {
  return buckets.reduce((total, { doc_count: count }) => total + count, 0);
}
