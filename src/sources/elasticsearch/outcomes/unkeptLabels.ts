import type { LabelFindings } from '../../OutcomesRequest';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient, Search } from '../client/ElasticsearchClient';
import type { SearchAnswer } from '../client/SearchAnswer';
import { isNumber, type StoreField } from '../fields/StoreField';
import { ignoredFilter } from '../search/countAggs';
import { probe } from '../search/probe';
import { hasValue } from '../search/valueOf';

export interface Unkept {
  readonly findings: Pick<LabelFindings, 'mistyped'>;
  readonly notices: readonly string[];
}

/** What labels of an index of their own hold that their field does not keep: they count as not labeled. Throws a SourceError. */
export async function unkeptLabels(
  client: ElasticsearchClient,
  { index, label }: { readonly index: string; readonly label: StoreField | undefined },
  options: RequestOptions
): Promise<Unkept> {
  if (label === undefined) {
    return { findings: {}, notices: [] };
  }
  const [[answer], told] = await Promise.all([
    client.search({ index }, [unkeptSearch(label, { match_all: {} })], options),
    // OpenSearch doesn't tell which texts were too long: some documents are looked at.
    probe(client, { index }, [label], null, options),
  ]);
  if (answer instanceof SourceError) {
    throw answer;
  }
  return { findings: mistypedIn([answer], [label]), notices: [...unkeptIn([answer], [label]), ...told] };
}

/** Documents with something in a field that it does not keep, such as a text among numbers, and one of them. */
export function unkeptSearch(field: StoreField, documents: unknown): Search {
  const { name, stored = name } = field;
  return {
    query: { bool: { filter: [documents, ignoredFilter(field)], must_not: [hasValue(field)] } },
    aggs: {},
    rows: { size: 1, _source: [stored] },
  };
}

/** Of numbers. Of several fields the one with the most is named. */
export function mistypedIn(
  answers: readonly SearchAnswer[],
  fields: readonly StoreField[]
): Pick<LabelFindings, 'mistyped'> {
  const [most] = fields
    .map((field, i) => ({ field, i }))
    .filter(({ field }) => isNumber(field))
    .map(({ field: { name, stored = name }, i }) => ({
      column: name,
      rows: answers[i].total,
      example: exampleIn(answers[i].rows?.[0]?.source, stored),
    }))
    .sort((a, b) => b.rows - a.rows);
  return most === undefined || most.rows === 0 ? {} : { mistyped: most };
}

/** Of texts, which are too long. */
export function unkeptIn(answers: readonly SearchAnswer[], fields: readonly StoreField[]): string[] {
  return fields.flatMap((field, i) => {
    const { total } = answers[i];
    return total === 0 || isNumber(field)
      ? []
      : [
          `${total.toLocaleString('en-US')} ${total === 1 ? 'document holds' : 'documents hold'} a text in "${field.name}" that is not kept, such as one longer than its ignore_above: it counts as missing.`,
        ];
  });
}

function exampleIn(source: unknown, path: string): string {
  if (typeof source !== 'object' || source === null) {
    return 'text';
  }
  for (const [name, value] of Object.entries(source)) {
    if (name === path) {
      return typeof value === 'string' ? value : JSON.stringify(value);
    }
    if (path.startsWith(`${name}.`)) {
      return exampleIn(value, path.slice(name.length + 1));
    }
  }
  return 'text';
}
