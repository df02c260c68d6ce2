import { missingIn } from '../../../distribution/cell/missingMarkers';
import { parseNumber } from '../../../distribution/parseNumber';
import type { ColumnKinds } from '../../../distribution/rule/typeRule';
import { isTruth } from '../../../distribution/truthOf';
import type { FeatureType } from '../../../query/featureType';
import { epochUnitOf } from '../../../query/epochTime';
import { parseTimestamp } from '../../../query/parseTimestamp';
import type { MissingTexts } from '../../../query/cellForms';
import type { Selection } from '../../../query/selection';
import type { TimeRange } from '../../../query/time';
import { type Column, MISSING, PRESENT } from '../../file/columns/Column';
import { columnKinds, kindsOfTexts, kindsOfType } from '../../file/rules/columnKinds';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { type Aggregation, below, type Bucket, bucketsOf, keyOf, numberOf } from '../client/SearchAnswer';
import { asWritten } from '../fields/precision';
import { isNumber, isText, type StoreField } from '../fields/StoreField';
import { indexOf, selectionQuery } from '../search/selectionQuery';
import { type Change, changesOf } from './mappingsOf';
import { every, type ListedValues, noneOf, present, type RuleField } from './RuleField';
import { ignored, markerQuery } from './textFilters';

/** Different values that are listed. */
const MOST_TEXTS = 4000;
const MOST_NUMBERS = 300;
/** As in the inference of types. */
const MOSTLY = 0.95;

export interface AskedField {
  readonly field: StoreField;
  readonly type?: FeatureType;
  readonly missing?: MissingTexts;
  /** How the field is mapped in all indices, in words. */
  readonly mapping: string;
}

/** What the store tells of fields before a rule is made filters: one search, and one look at the mappings. */
export async function readRuleFields(
  client: ElasticsearchClient,
  selection: Selection,
  asked: readonly AskedField[],
  range: TimeRange | null,
  options: RequestOptions
): Promise<readonly RuleField[]> {
  const index = indexOf(selection);
  const search = {
    query: selectionQuery(selection, range),
    aggs: { all: { filter: { match_all: {} } }, ...(Object.assign({}, ...asked.map(fieldAggs)) as object) },
  };
  const names = [...new Set(asked.map(({ field }) => field.counted))];
  const [[answer], changes] = await Promise.all([
    client.search({ index, query: selection.query }, [search], options),
    changesOf(client, index, names, options),
  ]);
  if (answer instanceof SourceError) {
    throw answer;
  }
  const isWeighted = (numberOf(below(answer.aggregations, 'all'), 'doc_count') ?? 0) !== answer.total;
  return asked.map((one, at) =>
    ruleField(one, answer.aggregations, at, { isWeighted, change: changes.get(one.field.counted) })
  );
}

function fieldAggs({ field }: AskedField, at: number): Readonly<Record<string, unknown>> {
  const own = { field: field.counted };
  const size = isNumber(field) ? MOST_NUMBERS : MOST_TEXTS;
  return {
    [`held${at}`]: { filter: present({ field }) },
    [`size${at}`]: { value_count: own },
    [`lost${at}`]: { filter: every([ignored({ field }), noneOf([present({ field })])]) },
    [`partly${at}`]: { filter: every([ignored({ field }), present({ field })]) },
    ...(field.kind !== 'time' && { [`terms${at}`]: { terms: { ...own, size } } }),
    ...(isNumber(field) && { [`stats${at}`]: { stats: own } }),
    ...(isText(field) && { [`marked${at}`]: { filter: markerQuery({ field }) } }),
  };
}

interface Told {
  readonly isWeighted: boolean;
  readonly change?: Change;
}

function ruleField(asked: AskedField, answer: Aggregation, at: number, told: Told): RuleField {
  const { field } = asked;
  const count = (name: string, key = 'doc_count') => numberOf(below(answer, `${name}${at}`), key) ?? 0;
  const unclear = unclearIn(asked, told, {
    held: count('held'),
    values: count('size', 'value'),
    lost: count('lost'),
    partly: count('partly'),
  });
  const untold =
    field.nested !== undefined
      ? `lies in the nested objects "${field.nested}", of which a document has several`
      : told.change?.nullValue === undefined
        ? undefined
        : `is "${told.change.nullValue}" where documents write null, as its mapping says`;
  const shared = { field, ...(unclear !== undefined && { unclear }), ...(untold !== undefined && { untold }) };
  const terms = below(answer, `terms${at}`);
  const buckets = bucketsOf(answer, `terms${at}`);
  const isWhole =
    field.kind !== 'time' &&
    numberOf(terms, 'sum_other_doc_count') === 0 &&
    (numberOf(terms, 'doc_count_error_upper_bound') ?? 0) === 0;
  if (field.kind === 'time') {
    return { ...shared, kinds: typed(asked) ?? { kinds: ['time'], holds: 'times' }, isText: false };
  }
  if (isNumber(field)) {
    return { ...shared, ...ofNumbers(asked, buckets, isWhole, below(answer, `stats${at}`)), isText: false };
  }
  if (field.kind === 'boolean') {
    const column: Column = {
      kind: 'text',
      codes: codesUpTo(buckets.length),
      dictionary: buckets.map(keyOf),
      booleans: true,
    };
    const kinds = typed(asked) ?? columnKinds(column, undefined);
    return { ...shared, kinds, isText: false, listed: { column, terms: buckets.map(keyOf) } };
  }
  return { ...shared, ...ofTexts(asked, buckets, isWhole, count('size', 'value'), count('marked')) };
}

interface Counted {
  readonly held: number;
  readonly values: number;
  readonly lost: number;
  readonly partly: number;
}

function unclearIn(
  { field, mapping }: AskedField,
  { isWeighted, change }: Told,
  { held, values, lost, partly }: Counted
): string | undefined {
  if (isWeighted) {
    return 'stands in documents with a _doc_count, of which it is not told whether they hold several values';
  }
  if (values > held || partly > 0) {
    return 'holds several values in some documents';
  }
  if (field.coarse || (field.kind === 'time' && mapping.includes(' or '))) {
    return `is mapped as ${mapping}, which hold values in different precisions`;
  }
  if (field.kind === 'keyword' && lost > 0) {
    return 'holds texts that the store does not keep, such as ones longer than its ignore_above';
  }
  return change?.normalizer === undefined
    ? undefined
    : `keeps texts otherwise than they were written (normalizer "${change.normalizer}")`;
}

function typed({ type }: AskedField): ColumnKinds | undefined {
  return type === undefined ? undefined : kindsOfType(type);
}

/** A row for each, and one without any. */
function codesUpTo(count: number): Int32Array {
  return Int32Array.from({ length: count + 1 }, (_, row) => (row < count ? row : -1));
}

type Described = Pick<RuleField, 'kinds' | 'listed' | 'unit'>;

function ofNumbers(asked: AskedField, buckets: readonly Bucket[], isWhole: boolean, stats: Aggregation): Described {
  const { field } = asked;
  const kinds = typed(asked);
  if (!isWhole) {
    const [least, most] = [numberOf(stats, 'min') ?? NaN, numberOf(stats, 'max') ?? NaN];
    const unit = epochUnitOf(least);
    const isTime = unit === epochUnitOf(most) && unit !== 'small' && unit !== 'late' && field.kind === 'integer';
    return {
      kinds: kinds ?? { kinds: isTime ? ['number', 'time'] : ['number'], holds: 'numbers' },
      ...(isTime && { unit }),
    };
  }
  const { column, values, listed } = listedNumbers(field, buckets);
  const found = columnKinds(column, undefined);
  return {
    kinds: kinds ?? (buckets.length === 0 ? found : ofOneUnit(found, values)),
    ...(listed !== undefined && { listed }),
  };
}

function listedNumbers(
  field: StoreField,
  buckets: readonly Bucket[]
): { readonly column: Column; readonly values: Float64Array; readonly listed?: ListedValues } {
  const texts = buckets.map(keyOf);
  const values = Float64Array.from([
    ...buckets.map(({ key }) => (field.kind === 'integer' ? Number(key) : asWritten(Number(key), field.precision))),
    NaN,
  ]);
  const isLong = field.kind === 'integer' && values.some((value) => Math.abs(value) > Number.MAX_SAFE_INTEGER);
  const column: Column = {
    kind: 'numbers',
    values,
    states: Uint8Array.from(values, (_, row) => (row < buckets.length ? PRESENT : MISSING)),
    mistyped: null,
    typed: true,
    time: false,
    ...(isLong && { exact: BigInt64Array.from([...texts.map((text) => BigInt(text)), 0n]) }),
  };
  // A number without a sign is none of 64 bits.
  const isHeld = !isLong || texts.every((text) => BigInt.asIntN(64, BigInt(text)) === BigInt(text));
  const terms = buckets.map(({ key }, row) =>
    Object.is(key, -0) ? '-0.0' : field.kind === 'integer' ? texts[row] : String(key)
  );
  return { column, values, ...(isHeld && { listed: { column, terms } }) };
}

/** Numbers of which some may count from 1970 and others not are no times: which comes first is not told. */
function ofOneUnit(found: ColumnKinds, values: Float64Array): ColumnKinds {
  const units = new Set([...values].filter((value) => !Number.isNaN(value)).map(epochUnitOf));
  const isTime = units.size === 1 && !units.has('small') && !units.has('late');
  return isTime || !found.kinds.includes('time')
    ? found
    : { ...found, kinds: found.kinds.filter((kind) => kind !== 'time') };
}

function ofTexts(
  asked: AskedField,
  buckets: readonly Bucket[],
  isWhole: boolean,
  total: number,
  marked: number
): Described & Pick<RuleField, 'isText'> & Partial<Pick<RuleField, 'unclear'>> {
  const { field } = asked;
  const texts = buckets.map(keyOf);
  if (field.mapped === 'ip' && texts.some((text) => text.includes(':'))) {
    return { kinds: { kinds: ['text'], holds: 'addresses' }, isText: false, unclear: IPV6 };
  }
  const sizes = Float64Array.from(buckets, ({ doc_count: count }) => count);
  if (!isWhole) {
    const kinds = typed(asked) ?? kindsOfType('text');
    const isText = marked === 0 && asked.missing === undefined;
    const isSure = asked.type !== undefined || areTexts(texts, sizes, total);
    return isSure ? { kinds, isText: kinds.kinds[0] === 'text' } : { kinds, isText, unclear: TOO_MANY };
  }
  const missing = missingIn(
    texts.map((text, at) => [text, sizes[at]]),
    asked.missing
  );
  const column: Column = {
    kind: 'text',
    codes: codesUpTo(texts.length).map((code) => (code >= 0 && missing.has(texts[code]) ? -1 : code)),
    dictionary: texts,
    booleans: false,
  };
  const counted = sizes.map((size, at) => (missing.has(texts[at]) ? 0 : size));
  return { kinds: typed(asked) ?? kindsOfTexts(texts, counted), isText: true, listed: { column, terms: texts } };
}

const TOO_MANY = `holds more than ${MOST_TEXTS.toLocaleString('en-US')} different texts, too many to tell whether they are numbers or dates: map it as what it is, or give its type`;
const IPV6 = 'holds addresses that the store writes in its own way';

/** Whether the texts are no numbers, times or truths, whatever those are that aren't listed. */
function areTexts(texts: readonly string[], sizes: Float64Array, total: number): boolean {
  const listed = sizes.reduce((sum, size) => sum + size, 0);
  const shareOf = (is: (text: string) => boolean) =>
    (texts.reduce((sum, text, at) => sum + (is(text) ? sizes[at] : 0), 0) + (total - listed)) / total;
  return (
    shareOf((text) => parseNumber(text) !== 'mistyped') < MOSTLY &&
    shareOf((text) => parseTimestamp(text) !== null) < MOSTLY &&
    texts.some((text) => !isTruth(text))
  );
}
