import { NoScripts } from '../../NoScripts';
import { type Notice, warning } from '../../Notice';
import type { LabelFindings } from '../../OutcomesRequest';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { below, numberOf } from '../client/SearchAnswer';
import { hasValue } from '../search/valueOf';
import { type ForecastFields, orderedQuery } from './forecastParts';
import type { LookedAt } from './look';
import type { OutcomeFields } from './OutcomeFields';
import { areComparable } from './rowScript';

/** Whether something is asked for that only the fields of single documents tell. */
export function needsScripts({ task, forecasts }: Pick<OutcomeFields, 'task' | 'forecasts'>): boolean {
  const { quantiles, interval, naive, sizes } = forecasts;
  return (
    task === 'regression' && (quantiles.length > 0 || interval !== undefined || naive !== undefined || sizes === true)
  );
}

/** Tries with scripts, and without where the store runs none: then a notice says what is missing. */
export async function withOrWithoutScripts<T>(
  { place }: ElasticsearchClient,
  isNeeded: boolean,
  count: (computes: boolean) => Promise<T>
): Promise<{ readonly counted: T; readonly computes: boolean; readonly notices: readonly Notice[] }> {
  if (!isNeeded) {
    return { counted: await count(false), computes: false, notices: [] };
  }
  try {
    return { counted: await count(true), computes: true, notices: [] };
  } catch (error) {
    if (!(error instanceof NoScripts)) {
      throw error;
    }
    const said = `${place} runs no scripts, and compares no two fields of a document: coverage, widths of intervals, and quantiles of errors are not told, documents with crossed quantiles count like others, and losses lie between bounds. Allow inline scripts (script.allowed_types) in aggregations and filters (script.allowed_contexts), or write the differences into fields of their own.`;
    return { counted: await count(false), computes: false, notices: [warning(said)] };
  }
}

/** Documents that have all predicted quantiles, and not in their order. */
export async function findCrossed(
  client: ElasticsearchClient,
  { index, query, documents }: LookedAt,
  { quantiles }: ForecastFields,
  options: RequestOptions
): Promise<Pick<LabelFindings, 'crossed'>> {
  const fields = quantiles.map(({ field }) => field);
  const ordered = orderedQuery(fields);
  if (ordered === null) {
    return {};
  }
  const crossed = { bool: { filter: fields.map(hasValue), must_not: [ordered] } };
  const [answer] = await client.search(
    { index, query },
    [{ query: documents, aggs: { crossed: { filter: crossed } } }],
    options
  );
  if (answer instanceof SourceError) {
    throw answer;
  }
  const rows = numberOf(below(answer.aggregations, 'crossed'), 'doc_count') ?? 0;
  return rows > 0 ? { crossed: rows } : {};
}

/** Why ends of an interval, or quantiles, can't be compared though scripts run. */
export function unlikeNotices(
  { quantiles, interval }: ForecastFields,
  label: Parameters<typeof areComparable>[0][number]
) {
  const fields = [...quantiles.map(({ field }) => field), ...(interval ? [interval.lower, interval.upper] : []), label];
  const names = [...new Set(fields.map(({ name, mapped }) => `"${name}" (${mapped})`))].join(', ');
  return fields.length < 2 || areComparable(fields)
    ? []
    : [
        warning(
          `Numbers of different precision can't be compared document by document: coverage is not told, and documents with crossed quantiles count like others. Map these fields alike, such as all as double: ${names}.`
        ),
      ];
}
