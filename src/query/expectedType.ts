import type { Expectation } from './expectation';
import type { FeatureType } from './featureType';

/** What each key is an expectation of; the others fit any type. */
const TYPES_OF: Partial<Record<keyof Expectation, readonly FeatureType[]>> = {
  min: ['numeric'],
  max: ['numeric'],
  allowed: ['categorical', 'boolean', 'text'],
  pattern: ['categorical', 'text'],
  minLength: ['categorical', 'text'],
  maxLength: ['categorical', 'text'],
};

function givenKeys(expect: Expectation): Array<keyof Expectation> {
  return (Object.keys(TYPES_OF) as Array<keyof Expectation>).filter((key) => expect[key] !== undefined);
}

/** Why keys of an expectation can't go together, or not with the type; null where they can. */
export function contradiction(expect: Expectation, type = expect.type): string | null {
  const keys = givenKeys(expect);
  if (hasTimes(expect)) {
    const other = keys.find((key) => key !== 'min' && key !== 'max');
    const isMixed = typeof expect.min === 'number' || typeof expect.max === 'number';
    const isOfLimits = typeof expect.min === 'string' || typeof expect.max === 'string';
    if (isMixed) {
      return isOfLimits
        ? 'has a number and a date for its limits'
        : 'has "maxAge", which times have, beside numbers as limits';
    }
    const what = isOfLimits ? 'dates for its limits' : '"maxAge"';
    return other !== undefined || type !== undefined
      ? `has ${what}, which times have, beside ${other === undefined ? `the type ${type}` : `"${other}"`}`
      : null;
  }
  const misplaced = keys.find((key) => type !== undefined && TYPES_OF[key]?.includes(type) === false);
  if (misplaced !== undefined) {
    return `has "${misplaced}", which is no expectation of the type ${type}, but of ${TYPES_OF[misplaced]?.join(' or ')}`;
  }
  const ofNumbers = keys.find((key) => TYPES_OF[key]?.includes('numeric'));
  const ofTexts = keys.find((key) => TYPES_OF[key]?.includes('numeric') === false);
  return ofNumbers !== undefined && ofTexts !== undefined
    ? `has "${ofNumbers}", which numbers have, beside "${ofTexts}", which texts and categories have`
    : null;
}

/** The type of what has such expectations: the one that was found, unless they are none of that type. */
export function expectedType(
  expect: Expectation,
  found: FeatureType | 'time' | undefined
): FeatureType | 'time' | undefined {
  if (expect.type !== undefined) {
    return expect.type;
  }
  if (hasTimes(expect)) {
    return 'time';
  }
  const fitting = givenKeys(expect).map((key) => TYPES_OF[key] ?? []);
  return fitting.every((types) => (types as ReadonlyArray<FeatureType | 'time' | undefined>).includes(found))
    ? found
    : fitting[0][0];
}

function hasTimes({ min, max, maxAge }: Expectation): boolean {
  return typeof min === 'string' || typeof max === 'string' || maxAge !== undefined;
}
