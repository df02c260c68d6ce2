import { MISSING_MARKERS } from '../../../distribution/cell/missingMarkers';
import { RuleError } from '../../../query/rule/RuleError';
import type { Comparator } from '../../../query/rule/RuleNode';
import { FALSE, TRUE } from '../../file/rules/truths';
import { missingIn } from '../../file/rules/Vector';
import { isText } from '../fields/StoreField';
import { every, type Filters, noneOf, present, type Query, type RuleField, some } from './RuleField';

/** White space as JavaScript trims it, and the signs that Lucene's patterns give a meaning. */
const BLANKS = '[ \t\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]*';
const SIGNS = /[.?+*|{}[\]()"\\#@&<>~^$-]/g;

/** A text of a field with more different ones than can be listed: however many blanks are around it. */
export function textFilters(field: RuleField, op: Comparator, plain: string): Filters {
  const isNumber = /^-?\d+$/.test(plain);
  const pattern = `${BLANKS}${plain.replace(SIGNS, '\\$&')}${isNumber ? '(\\.0+)?' : ''}${BLANKS}`;
  const equal = matching(field, pattern);
  const other: Query = {
    bool: { filter: [present(field)], must_not: [equal, matching(field, BLANKS), term(field, 'NaN')] },
  };
  return op === '==' ? { holds: equal, fails: other } : { holds: other, fails: equal };
}

/** Documents without a value, and those with one. Throws a RuleError where that can't be told. */
export function missingFilters(field: RuleField, at: number): Filters {
  const { field: store, listed, untold, isText: isSure } = field;
  if (untold !== undefined) {
    throw new RuleError(`"${store.name}" ${untold}.`, at);
  }
  if (!isText(store)) {
    // What was malformed is not stored, but it was there.
    const held = some([present(field), ignored(field)]);
    return { holds: noneOf([held]), fails: held };
  }
  if (listed !== undefined) {
    const rows = [...missingIn(listed.column).slice(0, listed.terms.length)];
    const [gone, held] = [TRUE, FALSE].map((truth) => listed.terms.filter((_, row) => rows[row] === truth));
    return {
      holds: some([
        noneOf([present(field), ignored(field)]),
        ...(gone.length === 0 ? [] : [every([terms(field, gone), noneOf([terms(field, held), ignored(field)])])]),
      ]),
      fails: some([terms(field, held), ignored(field)]),
    };
  }
  if (!isSure) {
    throw new RuleError(
      `"${store.name}" holds too many different texts to tell which of them stand for a missing value.`,
      at
    );
  }
  const blank = some([matching(field, BLANKS), term(field, 'NaN')]);
  return {
    holds: some([noneOf([present(field), ignored(field)]), blank]),
    fails: some([{ bool: { filter: [present(field)], must_not: [blank] } }, ignored(field)]),
  };
}

/** The usual markers of missing values, in the cases in which people write them, and blanks. */
export function markerQuery(field: Pick<RuleField, 'field'>): Query {
  const texts = MISSING_MARKERS.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]);
  return some([{ terms: { [field.field.counted]: [...new Set(texts)] } }, matching(field, BLANKS)]);
}

/** Documents that hold something in the field that the store did not keep. */
export function ignored({ field }: Pick<RuleField, 'field'>): Query {
  const { name, stored = name, counted, kind } = field;
  const known: Query = { term: { _ignored: counted === name ? stored : counted } };
  const isBelow = kind === 'keyword' && counted !== name;
  return isBelow
    ? some([known, { bool: { filter: [{ exists: { field: name } }], must_not: [present({ field })] } }])
    : known;
}

function terms({ field }: Pick<RuleField, 'field'>, values: readonly string[]): Query {
  return { terms: { [field.counted]: values } };
}

function term({ field }: Pick<RuleField, 'field'>, value: string): Query {
  return { term: { [field.counted]: value } };
}

function matching({ field }: Pick<RuleField, 'field'>, pattern: string): Query {
  return { regexp: { [field.counted]: { value: pattern, flags: 'NONE' } } };
}
