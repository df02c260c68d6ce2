import type { ParityDifference } from '../statistics/parity/compareValues';
import { knownFactor } from '../statistics/quality/knownFactors';

const MS_A_HOUR = 3_600_000;
const SAME_FACTOR = 0.001;

type TextDifference = Extract<
  ParityDifference,
  { readonly kind: 'case' | 'whitespace' | 'case_and_whitespace' | 'truncated_text' | 'mapped' }
>;
type ChangedNumber = Extract<
  ParityDifference,
  { readonly kind: 'scaled' | 'affine' | 'logarithm' | 'clipped' | 'offset' | 'rounded' | 'truncated_decimals' }
>;

/** What differs, in words. */
export function describeDifference(difference: ParityDifference): string {
  switch (difference.kind) {
    case 'same':
      return 'the same';
    case 'alike':
      return 'no difference beyond chance, or one of less than 1% of the rows';
    case 'other':
      return 'no known rule explains the difference';
    case 'type':
      return `${difference.training} in training, ${difference.served} when served`;
    case 'missing_share':
      return `missing in ${percent(difference.training)} of the rows in training, in ${percent(difference.served)} when served`;
    case 'missing_filled':
      return difference.filled === 'served'
        ? `missing in training, ${valueInWords(difference.value)} when served`
        : `${valueInWords(difference.value)} in training, missing when served`;
    case 'not_finite':
      return `${difference.value} in ${percent(difference.training)} of the rows in training, in ${percent(difference.served)} when served`;
    case 'case':
    case 'whitespace':
    case 'case_and_whitespace':
    case 'truncated_text':
    case 'mapped':
      return describeText(difference);
    default:
      return describeNumber(difference);
  }
}

/** Text in quotes; NaN and what is infinite by their names. */
function valueInWords(value: number | string): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function describeText(difference: TextDifference): string {
  switch (difference.kind) {
    case 'case':
      return 'only upper and lower case differ';
    case 'whitespace':
      return 'only spaces differ';
    case 'case_and_whitespace':
      return 'only spaces, upper and lower case differ';
    case 'truncated_text':
      return `cut off after ${difference.length} characters when served`;
    case 'mapped':
      return `other names for the same ${difference.categories} categories: ${difference.example.join(' is served as ')}`;
  }
}

function describeNumber(difference: ChangedNumber): string {
  switch (difference.kind) {
    case 'scaled':
      return `scaled: served = training × ${short(difference.factor)}${unitOf(difference.factor)}`;
    case 'affine':
      return `scaled and shifted: served = training × ${short(difference.factor)} ${signed(difference.offset)}`;
    case 'logarithm':
      return `served = ${difference.of}(training)`;
    case 'clipped':
      return `clipped when served: ${limits(difference)}`;
    case 'offset':
      return offsetInWords(difference.offset);
    case 'rounded':
      return `rounded to ${difference.decimals} decimals when served`;
    case 'truncated_decimals':
      return `cut off after ${difference.decimals} decimals when served`;
  }
}

/** Times are in milliseconds: quarters of an hour tell of another time zone. */
function offsetInWords(offset: number): string {
  const hours = offset / MS_A_HOUR;
  return Number.isInteger(4 * hours) && Math.abs(hours) <= 14
    ? `shifted by ${short(hours)} hours when served: another time zone?`
    : `offset: served = training ${signed(offset)}`;
}

function signed(offset: number): string {
  return `${offset < 0 ? '−' : '+'} ${short(Math.abs(offset))}`;
}

function unitOf(factor: number): string {
  const known = knownFactor(factor, SAME_FACTOR);
  return known === undefined ? '' : ` (${known.name})`;
}

function limits({ low, high }: { readonly low: number; readonly high: number }): string {
  return [
    ...(Number.isFinite(low) ? [`none below ${short(low)}`] : []),
    ...(Number.isFinite(high) ? [`none above ${short(high)}`] : []),
  ].join(', ');
}

function short(value: number): string {
  return String(Number(value.toPrecision(7)));
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))}%`;
}
