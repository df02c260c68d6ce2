import type { Categories } from '../../distribution/Distribution';
import { summarize } from '../../distribution/summarize';
import type { Expectation } from '../../query/expectation';
import { textForms } from '../../distribution/textForms';
import type { FeatureSides } from './Finding';
import { missingRateOf } from './shares';

/** More categories are no set that somebody would write down. */
const MOST_CATEGORIES = 50;

/**
 * What a feature was like, as an expectation for a person to review. Ranges are moved out by `tolerance` of their width,
 * lengths and the missing rate by as much of themselves, the rate by a hundredth of the rows and by what chance makes of as
 * many rows at least; a number that was never negative must not become so.
 */
export function learnExpectation(
  { type, current, identifier, minimumCount }: Pick<FeatureSides, 'type' | 'current' | 'identifier' | 'minimumCount'>,
  tolerance: number
): Expectation {
  const maxMissingRate = mostMissing(current, tolerance);
  const common = { type, ...(maxMissingRate !== undefined && { maxMissingRate }) };
  if (identifier) {
    return { ...common, unique: true };
  }
  if (current.kind === 'categories') {
    return { ...common, ...(type === 'text' ? lengthsOf(current, tolerance) : categoriesOf(current, minimumCount)) };
  }
  const { minimum, maximum } = summarize(current);
  if (minimum === null || maximum === null || !Number.isFinite(maximum - minimum)) {
    return common;
  }
  if (type === 'text') {
    // Numbers of a text are its lengths.
    return { ...common, ...limitsOf({ shortest: minimum, longest: maximum }, tolerance) };
  }
  const margin = tolerance * (maximum - minimum);
  const min = outward(minimum - margin, Math.floor);
  return { ...common, min: minimum >= 0 ? Math.max(0, min) : min, max: outward(maximum + margin, Math.ceil) };
}

/** So many standard errors of a rate are no chance. */
const SURE = 3;

function mostMissing(current: FeatureSides['current'], tolerance: number): number | undefined {
  const rate = missingRateOf(current);
  if (rate === null) {
    return undefined;
  }
  const chance = SURE * Math.sqrt((rate * (1 - rate)) / current.counts.total);
  const room = rate > 0 ? Math.max(tolerance * rate, 0.01, chance) : 0;
  return Math.min(1, Math.ceil(1000 * (rate + room)) / 1000);
}

/** No set that leaves out a category which is too rare to be named. */
function categoriesOf({ byCategory, rest }: Categories, minimumCount = 0): Expectation {
  const isNamed = [...byCategory.values()].every((count) => count === 0 || count >= minimumCount);
  const isSet = isNamed && rest === 0 && byCategory.size > 0 && byCategory.size <= MOST_CATEGORIES;
  return isSet ? { allowed: [...byCategory.keys()].sort() } : {};
}

function lengthsOf(categories: Categories, tolerance: number): Expectation {
  const forms = textForms(categories);
  return forms === null ? {} : limitsOf(forms, tolerance);
}

function limitsOf({ shortest, longest }: { shortest: number; longest: number }, tolerance: number): Expectation {
  return { minLength: Math.floor(shortest / (1 + tolerance)), maxLength: Math.ceil(longest * (1 + tolerance)) };
}

/** Three significant digits, away from the values. */
function outward(value: number, round: (value: number) => number): number {
  if (value === 0) {
    return 0;
  }
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
  return Number((round(Number((value / unit).toPrecision(12))) * unit).toPrecision(3));
}
