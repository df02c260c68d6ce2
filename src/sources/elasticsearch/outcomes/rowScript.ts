import type { StoreField } from '../fields/StoreField';

type Fields = Readonly<Record<string, StoreField>>;
type Query = Readonly<Record<string, unknown>>;

/** A number that the store computes of each document's own fields, by the names that they have in the expression. */
export function computed(fields: Fields, expression: string): Query {
  return { script: script(fields, `return ${expression};`, 'null') };
}

/** Documents for whose own fields a condition holds; never one that lacks one of them. */
export function computedQuery(fields: Fields, condition: string): Query {
  return { script: { script: script(fields, `return ${condition};`, 'false') } };
}

/**
 * Whether numbers of these fields are in the order in which they were written: one of single precision lies a little beside
 * the same number in another one. Whole numbers beyond 63 bits a script doesn't read.
 */
export function areComparable(fields: readonly StoreField[]): boolean {
  const precisions = new Set(fields.map(({ precision }) => precision));
  const isRounded = precisions.has('single') || precisions.has('half');
  return (precisions.size === 1 || !isRounded) && fields.every(({ mapped }) => mapped !== 'unsigned_long');
}

/** Runtime fields are called otherwise, and written otherwise, by OpenSearch. An index of a pattern may lack a field. */
function script(fields: Fields, last: string, nothing: 'null' | 'false') {
  const names = Object.keys(fields);
  const isMissing = (name: string) => `!doc.containsKey(params.${name}) || doc[params.${name}].size() == 0`;
  const lines = names.flatMap((name) => [
    `double ${name} = (double) doc[params.${name}].value;`,
    // Scaled numbers are whole ones times a factor: what was written is the nearest short decimal.
    ...(fields[name].precision === 'scaled'
      ? [`${name} = new BigDecimal(Double.toString(${name}), new MathContext(15)).doubleValue();`]
      : []),
  ]);
  return {
    lang: 'painless',
    source: [`if (${names.map(isMissing).join(' || ')}) { return ${nothing}; }`, ...lines, last].join(' '),
    params: Object.fromEntries(names.map((name) => [name, fields[name].counted])),
  };
}
