import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  map: 'keys with values',
  null: 'nothing',
};

/**
 * What is wrong with a value, in our words and with the value itself, where the schema says nothing of its own: to be given
 * to `safeParse` as `error`. Definition of the issues: Zod 4, "Error customization".
 */
export function issueWords(issue: z.core.$ZodRawIssue): string | undefined {
  const { input } = issue;
  switch (issue.code) {
    case 'invalid_type':
      return input === undefined
        ? `is missing: write ${kindOf(issue.expected)}`
        : `must be ${kindOf(issue.expected)}, and is ${shown(input)}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values.map(String))}, and is ${shown(input)}`;
    case 'invalid_union':
      return 'discriminator' in issue && typeof issue.discriminator === 'string'
        ? `has no known "${issue.discriminator}": ${shown(input, issue.discriminator)}`
        : `can't be ${shown(input)}`;
    case 'unrecognized_keys':
      return issue.keys.length === 1
        ? `has no key "${issue.keys[0]}"`
        : `has no keys ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'too_small':
    case 'too_big':
      return outside(issue);
    case 'invalid_format':
    case 'not_multiple_of':
      return `is not of the right form: ${shown(input)}`;
    case 'invalid_key':
    case 'invalid_element':
      return `holds a key that can't be one`;
    default:
      return undefined;
  }
}

function kindOf(expected: string): string {
  return KINDS[expected] ?? `a ${expected}`;
}

function oneOf(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  return quoted.length === 1 ? quoted[0] : `one of ${quoted.join(', ')}`;
}

function outside(issue: z.core.$ZodRawIssue & { code: 'too_small' | 'too_big' }): string {
  const isSmall = issue.code === 'too_small';
  const limit = String(isSmall ? issue.minimum : issue.maximum);
  const isSize = ['string', 'array', 'set', 'map'].includes(issue.origin);
  if (isSize && isSmall) {
    return limit === '1' ? 'is empty' : `has fewer than ${limit}`;
  }
  if (isSize) {
    return `has more than ${limit}`;
  }
  const inclusive = issue.inclusive !== false;
  const bound = isSmall ? (inclusive ? 'at least' : 'more than') : inclusive ? 'at most' : 'less than';
  return `must be ${bound} ${limit}, and is ${shown(issue.input)}`;
}

const LONGEST = 60;

/** The value itself, or the one of its keys that tells its kind. */
function shown(input: unknown, key?: string): string {
  const value =
    key !== undefined && typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[key] : input;
  if (typeof value === 'string') {
    return `"${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}"`;
  }
  if (value === undefined || value === null) {
    return 'nothing';
  }
  return Array.isArray(value)
    ? 'a list'
    : typeof value === 'object'
      ? 'keys with values'
      : String(value as number | boolean);
}
