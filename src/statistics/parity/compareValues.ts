import { asOneTruth } from './asOneTruth';
import { affine, clipping, type Logarithm, logarithms, type Transformation } from './transformations';

export type ParityValue = number | string | null;

export type ParityType = 'numbers' | 'text' | 'mixed';

/** How the values of the two sides differ, as data. */
export type ParityDifference =
  | { readonly kind: 'same' }
  /** Without a key: no more than chance makes two samples differ, or too little to matter. */
  | { readonly kind: 'alike' }
  /** served = training × factor */
  | { readonly kind: 'scaled'; readonly factor: number }
  /** served = training × factor + offset */
  | { readonly kind: 'affine'; readonly factor: number; readonly offset: number }
  | { readonly kind: 'logarithm'; readonly of: Logarithm }
  /** What lies beyond became the limit. */
  | { readonly kind: 'clipped'; readonly low: number; readonly high: number }
  /** Numbers on one side, text on the other. */
  | { readonly kind: 'type'; readonly training: ParityType; readonly served: ParityType }
  /** served = training + offset */
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'rounded' | 'truncated_decimals'; readonly decimals: number }
  /** What is missing on the training side is one value on the serving side, or the other way round. */
  | { readonly kind: 'missing_filled'; readonly filled: 'served' | 'training'; readonly value: number | string }
  /** Other rows, or without a key other shares of the rows, are NaN or infinite. */
  | {
      readonly kind: 'not_finite';
      readonly value: 'NaN' | 'Infinity' | '-Infinity';
      readonly training: number;
      readonly served: number;
    }
  /** Without a key: other shares of the rows have no value, and those that are there are alike. */
  | { readonly kind: 'missing_share'; readonly training: number; readonly served: number }
  | { readonly kind: 'case' | 'whitespace' | 'case_and_whitespace' }
  | { readonly kind: 'truncated_text'; readonly length: number }
  /** Each category became another one, always the same. */
  | { readonly kind: 'mapped'; readonly categories: number; readonly example: readonly [string, string] }
  | { readonly kind: 'other' };

export interface ParityColumn {
  readonly rows: number;
  readonly differing: number;
  readonly difference: ParityDifference;
  /** Of the first row that differs, as its index. */
  readonly first: number | null;
}

/** Numbers that agree to so many digits are the same: the two sides may compute in other precision. */
const SAME = 1e-6;
/** Beside a column's usual size so little is nothing: what cancels to 0 in one precision leaves a rest in another. */
const SAME_NEAR_ZERO = 1e-7;
/** Of differences of large numbers less is known. */
const SAME_OF_LARGEST = 1e-9;
const MOST_DECIMALS = 6;

/**
 * Compares the values of the same rows on both sides and names the one rule that explains every difference; `other` where
 * none does. Both of the same length, row by row.
 */
export function compareValues(training: readonly ParityValue[], served: readonly ParityValue[]): ParityColumn {
  const [before, after] = asOneTruth(training, served);
  const rest = SAME_NEAR_ZERO * usualSize(before, after);
  const differing = before.flatMap((value, i) => (isSame(value, after[i], rest) ? [] : [i]));
  const own = { rows: training.length, differing: differing.length, first: differing[0] ?? null };
  return { ...own, difference: differing.length === 0 ? { kind: 'same' } : explain(before, after, differing) };
}

function explain(
  training: readonly ParityValue[],
  served: readonly ParityValue[],
  differing: readonly number[]
): ParityDifference {
  const filled = filledMissing(training, served, differing);
  if (filled !== null) {
    return filled;
  }
  const special = notFinite(training, served, differing);
  if (special !== null) {
    return special;
  }
  const pairs = training.map((value, i): [ParityValue, ParityValue] => [value, served[i]]);
  const present = pairs.filter(([a, b]) => a !== null || b !== null);
  const numbers = present.filter((pair): pair is [number, number] => pair.every((one) => typeof one === 'number'));
  if (numbers.length === present.length) {
    return explainNumbers(numbers);
  }
  const texts = present.filter((pair): pair is [string, string] => pair.every((one) => typeof one === 'string'));
  if (texts.length === present.length) {
    return explainTexts(texts);
  }
  const [before, after] = [typeOfValues(training), typeOfValues(served)];
  return before === after ? { kind: 'other' } : { kind: 'type', training: before, served: after };
}

/** All that differ are missing on one side and one and the same value on the other. */
function filledMissing(
  training: readonly ParityValue[],
  served: readonly ParityValue[],
  differing: readonly number[]
): ParityDifference | null {
  for (const [filled, missing, values] of [
    ['served', training, served] as const,
    ['training', served, training] as const,
  ]) {
    const value = values[differing[0]];
    if (value !== null && differing.every((i) => missing[i] === null && Object.is(values[i], value))) {
      return { kind: 'missing_filled', filled, value };
    }
  }
  return null;
}

/** All that differ are NaN, or infinite in one way, on one side and finite on the other. */
function notFinite(
  training: readonly ParityValue[],
  served: readonly ParityValue[],
  differing: readonly number[]
): ParityDifference | null {
  for (const value of ['NaN', 'Infinity', '-Infinity'] as const) {
    const is = (one: ParityValue) => Object.is(one, Number(value));
    const isAlone = (one: ParityValue, other: ParityValue) => is(one) && Number.isFinite(other);
    if (differing.every((i) => isAlone(training[i], served[i]) || isAlone(served[i], training[i]))) {
      const share = (values: readonly ParityValue[]) => values.filter(is).length / values.length;
      return { kind: 'not_finite', value, training: share(training), served: share(served) };
    }
  }
  return null;
}

function explainNumbers(pairs: ReadonlyArray<readonly [number, number]>): ParityDifference {
  const finite = pairs.every((pair) => pair.every(Number.isFinite));
  const varied = new Set(pairs.map(([a]) => a)).size > 1;
  if (!finite) {
    return { kind: 'other' };
  }
  const rounded = explainRounding(pairs);
  if (rounded !== null) {
    return rounded;
  }
  const offset = median(pairs.map(([a, b]) => b - a));
  if (pairs.every(([a, b]) => Math.abs(b - a - offset) <= SAME * Math.abs(offset))) {
    return { kind: 'offset', offset };
  }
  const largest = pairs.reduce((a, b) => (Math.abs(b[0]) > Math.abs(a[0]) ? b : a));
  const factor = largest[1] / largest[0];
  if (varied && Number.isFinite(factor) && pairs.every(([a, b]) => isClose(a * factor, b))) {
    return { kind: 'scaled', factor };
  }
  const found = transformationsOf(pairs).find(({ apply }) => pairs.every(([a, b]) => isNear(apply(a), b, largest[1])));
  return found?.difference ?? { kind: 'other' };
}

/** What explains pairs with more than a factor or an offset. */
function transformationsOf(pairs: ReadonlyArray<readonly [number, number]>): readonly Transformation[] {
  const [before, after] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  const low = pairs[before.indexOf(smallest(before))];
  const high = pairs[before.indexOf(largestOf(before))];
  const factor = (high[1] - low[1]) / (high[0] - low[0]);
  return [
    ...logarithms(smallest(before)),
    clipping(smallest(after), largestOf(after)),
    ...(Number.isFinite(factor) && factor !== 0 && pairs.length > 2 ? [affine(factor, low[1] - factor * low[0])] : []),
  ];
}

function isNear(a: number, b: number, scale: number): boolean {
  return isClose(a, b) || Math.abs(a - b) <= SAME_OF_LARGEST * Math.abs(scale);
}

function explainRounding(pairs: ReadonlyArray<readonly [number, number]>): ParityDifference | null {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const unit = 10 ** -decimals;
    // A half may go either way: languages round it differently.
    if (pairs.every(([a, b]) => isWhole(b / unit) && Math.abs(b - a) <= unit * (0.5 + SAME))) {
      return { kind: 'rounded', decimals };
    }
    if (
      pairs.every(
        ([a, b]) => Math.abs(Math.trunc(a / unit + Math.sign(a) * SAME) * unit - b) <= unit * SAME + Math.abs(b) * 1e-12
      )
    ) {
      return { kind: 'truncated_decimals', decimals };
    }
  }
  return null;
}

function explainTexts(pairs: ReadonlyArray<readonly [string, string]>): ParityDifference {
  const agree = (change: (text: string) => string) => pairs.every(([a, b]) => change(a) === change(b));
  const squeeze = (text: string) => text.trim().replace(/\s+/g, ' ');
  if (agree((text) => text.toLowerCase())) {
    return { kind: 'case' };
  }
  if (agree(squeeze)) {
    return { kind: 'whitespace' };
  }
  if (agree((text) => squeeze(text).toLowerCase())) {
    return { kind: 'case_and_whitespace' };
  }
  const length = Math.max(...pairs.map(([, b]) => b.length));
  if (pairs.every(([a, b]) => b === a.slice(0, length))) {
    return { kind: 'truncated_text', length };
  }
  return explainMapping(pairs);
}

/** Where every row has a category of its own anything is a mapping: each must occur twice on average. */
function explainMapping(pairs: ReadonlyArray<readonly [string, string]>): ParityDifference {
  const mapped = new Map<string, string>();
  if (!pairs.every(([a, b]) => (mapped.get(a) ?? b) === b && mapped.set(a, b)) || 2 * mapped.size > pairs.length) {
    return { kind: 'other' };
  }
  const example = [...mapped].find(([a, b]) => a !== b) ?? ['', ''];
  return { kind: 'mapped', categories: mapped.size, example };
}

/** Whole numbers, times among them, are the same only where they are equal: nothing rounds them. */
function isSame(a: ParityValue, b: ParityValue, rest: number): boolean {
  return typeof a === 'number' && typeof b === 'number' && !(Number.isInteger(a) && Number.isInteger(b))
    ? Object.is(a, b) || isClose(a, b) || Math.abs(a - b) <= rest
    : a === b;
}

/** What is not finite is close to nothing but itself. */
function isClose(a: number, b: number): boolean {
  return (
    a === b ||
    (Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b)))
  );
}

/** The median size of the numbers of both sides that are not 0: a few huge ones don't change it. */
function usualSize(...sides: ReadonlyArray<readonly ParityValue[]>): number {
  const sizes = sides.flatMap((values) =>
    values.flatMap((value) =>
      typeof value === 'number' && Number.isFinite(value) && value !== 0 ? [Math.abs(value)] : []
    )
  );
  return sizes.length === 0 ? 0 : median(sizes);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= SAME;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function smallest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function largestOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}

/** Of the values that are not missing. */
export function typeOfValues(values: readonly ParityValue[]): ParityType {
  const types = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  return types.size > 1 ? 'mixed' : types.has('number') ? 'numbers' : 'text';
}
