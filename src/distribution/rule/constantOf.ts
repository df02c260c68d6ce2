import { RuleError } from '../../query/rule/RuleError';
import type { RuleNode } from '../../query/rule/RuleNode';
import { parseTimeLimit } from '../../query/timeLimit';
import { parseNumber } from '../parseNumber';
import { isTruth, truthOf } from '../truthOf';
import type { Constant, ConstantValue, ValueKind } from './TypedRule';

type Literal = Extract<RuleNode, { kind: 'literal' }>;

/** As what a value that is written in a rule can be compared. Throws a RuleError for null. */
export function kindsOfLiteral({ at, value }: Literal): ValueKind[] {
  if (value === null) {
    throw new RuleError('nothing equals null: write "is null" or "is not null".', at);
  }
  switch (typeof value) {
    case 'boolean':
      return ['truth'];
    case 'number':
      return value === 0 || value === 1 ? ['number', 'truth'] : ['number'];
    case 'string':
      return [
        ...(typeof parseNumber(value) === 'number' ? ['number' as const] : []),
        ...(parseTimeLimit(value) === null ? [] : ['time' as const]),
        ...(isTruth(value) ? ['truth' as const] : []),
        'text',
      ];
  }
}

/** The value as one of those kinds. */
export function constantOf({ at, value, raw }: Literal, as: ValueKind): Constant {
  return { kind: 'constant', at, ...meant(value, raw, as) };
}

function meant(value: Literal['value'], raw: string, as: ValueKind): ConstantValue {
  const text = String(value);
  switch (as) {
    case 'number': {
      const written = typeof value === 'number' ? raw : text.trim();
      const exact = /^[+-]?\d+$/.test(written) && !Number.isSafeInteger(Number(written));
      return { as, value: Number(written), raw: written, ...(exact && { exact: BigInt(written) }) };
    }
    case 'time':
      return { as, ...(parseTimeLimit(text) ?? { from: NaN, to: NaN }) };
    case 'truth':
      return { as, value: value === true || truthOf(text) === 'true' };
    case 'text':
      return { as, value: text };
  }
}
