import { type ColumnProfile, DISTINCT_LIMIT } from '../../../distribution/ColumnProfile';
import { inferType } from '../../../distribution/inferType';
import { isWrittenWithComma } from '../../../distribution/isWrittenWithComma';
import { isNamedAsIds } from '../../../distribution/looksLikeIds';
import { parseNumber } from '../../../distribution/parseNumber';
import type { Selection } from '../../../query/selection';
import type { DescribeOptions, FieldDescription } from '../../Source';
import { SourceError } from '../../SourceError';
import { type Aggregation, below, type Bucket, bucketsOf, keyOf, numberOf } from '../client/SearchAnswer';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { LISTED, type ListedNumbers, rememberListed } from '../search/listedNumbers';
import { indexOf, selectionQuery } from '../search/selectionQuery';
import { countedWithin, nestedAggs } from '../search/nestedAggs';
import { fieldsOf } from './fieldsOf';
import { nameOf } from './nameOf';
import { rowsUntil } from './rowsUntil';
import { asWritten } from './precision';
import { readTexts } from './readTexts';
import { isNumber, isText, type StoreField } from './StoreField';
import type { StoreFields } from './StoreFields';

/** Enough to tell codes and pairs from numbers and names. */
const MOST_LISTED = 12;
const FIELDS_A_SEARCH = 40;

/** All documents, weighted as buckets are. */
const WEIGHTED = { everything: { filter: { match_all: {} } } };

/**
 * The types of a selection's fields: by their mapping, and by the rules for codes, pairs and identifiers. Of numbers more
 * values are listed than that takes, since a comparison asks for those of the same documents next.
 */
export async function describeFields(
  client: ElasticsearchClient,
  selection: Selection,
  { range = null, ...options }: DescribeOptions
): Promise<FieldDescription[]> {
  const index = indexOf(selection);
  const fields = await fieldsOf(client, index, options);
  const listed = selection.features ?? [];
  const names = listed.length > 0 ? listed.map(({ name, field }) => field ?? name) : fields.names();
  const found = [...new Set(names)].map((name) => (names.length > 1 ? fields.tryGet(name) : fields.get(name)));
  const counted = found.filter(isCounted);
  const groups: StoreField[][] = [];
  for (let i = 0; i < counted.length; i += FIELDS_A_SEARCH) {
    groups.push(counted.slice(i, i + FIELDS_A_SEARCH));
  }
  const query = selectionQuery(selection, range);
  const searches = groups.map((group) => ({
    query,
    aggs: Object.assign({}, WEIGHTED, ...group.map(profileAggs)) as object,
  }));
  const answers =
    searches.length === 0
      ? []
      : await client.search({ index, query: selection.query }, searches.map(toSearch), options);
  const descriptions = new Map<string, FieldDescription>();
  const lists = new Map<string, ListedNumbers>();
  answers.forEach((answer, i) => {
    if (answer instanceof SourceError) {
      throw answer;
    }
    const isWeighted = numberOf(below(answer.aggregations, 'everything'), 'doc_count') !== answer.total;
    groups[i].forEach((field, at) => {
      const counted = countedWithin(field, `nested${at}`, answer.aggregations);
      const profile = profileOf(field, counted, answer.total, at);
      const { evidence, ...inferred } = inferType(profile, field.name);
      if (isNumber(field) && !isWeighted) {
        const terms = below(counted, `terms${at}`);
        lists.set(field.counted, { terms, documents: answer.total, missing: profile.missing });
      }
      descriptions.set(field.name, { name: field.name, ...inferred, evidence: `${mappingOf(field)}: ${evidence}` });
    });
  });
  rememberListed(client, selection, range, lists);
  // Where all fields are compared, those that can't be are named; one that is listed gets no verdict, and says why.
  const isListed = listed.length > 0;
  return found.map((field) => descriptions.get(field.name) ?? withoutCounting(field, isListed));
}

type Found = ReturnType<StoreFields['tryGet']>;

function isCounted(field: Found): field is StoreField {
  return !('conflict' in field) && !['time', 'text', 'summary', 'other'].includes(field.kind);
}

/** Which field stands for it, where it is not itself that is counted. */
function mappingOf({ name, mapped, counted }: StoreField): string {
  return counted === name ? mapped : `${mapped} counted by ${counted}`;
}

function toSearch({ query, aggs }: { query: unknown; aggs: object }) {
  return { query, aggs: { ...aggs } };
}

function profileAggs(field: StoreField, at: number): Record<string, unknown> {
  const own = { field: field.counted };
  return nestedAggs(field, `nested${at}`, {
    [`terms${at}`]: { terms: { ...own, size: isNumber(field) ? LISTED : MOST_LISTED } },
    [`size${at}`]: isNumber(field) ? { stats: own } : { value_count: own },
    ...(isNamedAsIds(field.name) && { [`different${at}`]: { cardinality: own } }),
  });
}

function profileOf(field: StoreField, aggregations: Aggregation, total: number, at: number): ColumnProfile {
  const size = below(aggregations, `size${at}`);
  const listed = bucketsOf(aggregations, `terms${at}`);
  const terms = listed.slice(0, MOST_LISTED);
  const isWhole =
    listed.length === terms.length && numberOf(below(aggregations, `terms${at}`), 'sum_other_doc_count') === 0;
  const { buckets, present, numbers, integers } = isNumber(field)
    ? numbersIn(field, terms, isWhole, numberOf(size, 'count') ?? 0)
    : textsIn(field, terms, isWhole, numberOf(size, 'value') ?? 0);
  // Asked for only where the name lets it matter.
  const different = isWhole ? undefined : numberOf(below(aggregations, `different${at}`), 'value');
  return {
    present,
    missing: Math.max(0, total - present),
    numbers,
    integers,
    booleans: field.kind === 'boolean' ? present : 0,
    times: 0,
    texts: field.kind === 'keyword' ? present - numbers : 0,
    commaNumbers: field.kind === 'keyword' ? commaNumbersIn(buckets) * present : 0,
    distinct: isWhole ? buckets.length : Math.min(DISTINCT_LIMIT, different ?? DISTINCT_LIMIT),
    ...(different !== undefined && { looked: rowsUntil(DISTINCT_LIMIT, different, present) }),
    repeats: buckets.some(({ doc_count: count }) => count > 1),
    examples: buckets.map((bucket) => nameOf(bucket, field)),
    smallest: isNumber(field) ? writtenOf(size, 'min', field) : null,
    largest: isNumber(field) ? writtenOf(size, 'max', field) : null,
    averageLength: 1,
    averageWords: 1,
  };
}

function numbersIn({ kind }: StoreField, buckets: readonly Bucket[], isWhole: boolean, present: number) {
  const areIntegers = kind === 'integer' || (isWhole && buckets.every(({ key }) => Number.isInteger(key)));
  return { buckets, present, numbers: present, integers: areIntegers ? present : 0 };
}

function textsIn(field: StoreField, buckets: readonly Bucket[], isWhole: boolean, held: number) {
  if (!isText(field)) {
    return { buckets, present: held, numbers: 0, integers: 0 };
  }
  const text = readTexts(buckets, isWhole);
  const present = Math.max(0, held - text.missing);
  const numbers = text.numberShare * present;
  return { buckets: text.present, present, numbers, integers: text.areIntegers ? numbers : 0 };
}

function writtenOf(size: Aggregation, name: string, { precision }: StoreField): number | null {
  const value = numberOf(size, name);
  return value === undefined ? null : asWritten(value, precision);
}

/** The share of the listed values that are numbers, if a comma is allowed in them and some have one. */
function commaNumbersIn(buckets: readonly Bucket[]): number {
  const share = (matches: (text: string) => boolean) =>
    buckets.reduce((sum, bucket) => sum + (matches(keyOf(bucket)) ? bucket.doc_count : 0), 0) /
    Math.max(
      1,
      buckets.reduce((sum, { doc_count: count }) => sum + count, 0)
    );
  const withComma = share(isWrittenWithComma);
  return withComma === 0 ? 0 : withComma + share((text) => typeof parseNumber(text) === 'number');
}

function withoutCounting(field: Found, isListed: boolean): FieldDescription {
  const { name } = field;
  if ('conflict' in field) {
    return {
      name,
      type: 'text',
      evidence: `mapped differently: ${field.conflict}`,
      identifier: true,
      uncountable: true,
    };
  }
  const { kind, mapped } = field;
  if (kind === 'time') {
    return { name, type: 'time', evidence: mapped, identifier: false };
  }
  // Left out where all fields are compared; a query that lists it is told why it can't be counted.
  const evidence =
    kind === 'text'
      ? `${mapped} without a keyword field`
      : kind === 'summary'
        ? `${mapped}: numbers that were aggregated before they were stored`
        : mapped;
  return { name, type: 'text', evidence, identifier: true, uncountable: true };
}
