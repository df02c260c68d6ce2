import { categoriesFromValues } from '../../../distribution/categoriesFromValues';
import { isUsualMarker } from '../../../distribution/cell/missingMarkers';
import type { Distribution } from '../../../distribution/Distribution';
import { sampleFromNumbers, sampleFromValues } from '../../../distribution/sampleFromValues';
import { textLength } from '../../../distribution/textLength';
import { USUAL_SEED } from '../../../query/sampling';
import type {
  DistributionCell,
  DistributionRequest,
  DistributionSet,
  RequestOptions,
  TypedFeature,
} from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import type { Row } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import { indexOf, selectionQuery } from './selectionQuery';
import { NO_VALUE } from './windowAggs';

/** Documents that are read of each window, at most: what they hold may be long. */
export const MOST_ROWS = 2000;

/** A text, and the field that holds it. */
export interface TextColumn {
  readonly feature: TypedFeature;
  readonly field: StoreField;
}

/**
 * What no store can count, texts and their lengths, from documents themselves: a seeded random choice of a bounded number
 * in each window. Where a window has no more than that, from all of them.
 */
export async function sampleRows(
  client: ElasticsearchClient,
  { selection, windows }: DistributionRequest,
  columns: readonly TextColumn[],
  segments: readonly StoreField[],
  options: RequestOptions
): Promise<DistributionSet> {
  const fields = [...columns.map(({ field }) => field.name), ...segments.map(({ counted }) => counted)];
  const seed = selection.sampling?.seed ?? USUAL_SEED;
  const asked = { index: indexOf(selection), query: selection.query };
  const cells: DistributionCell[] = [];
  let [taken, all] = [0, 0];
  // One at a time: each answer may be large.
  for (const [window, range] of windows.entries()) {
    const query = atRandom(selectionQuery(selection, range), seed);
    const [answer] = await client.search(asked, [{ query, aggs: {}, rows: { fields, size: MOST_ROWS } }], options);
    if (answer instanceof SourceError) {
      throw answer;
    }
    const { rows = [], total } = answer;
    [taken, all] = [taken + rows.length, all + total];
    bySegment(rows, segments).forEach(({ segment, rows: own }) =>
      columns.forEach(({ feature, field }) =>
        cells.push({ window, segment, feature: feature.name, distribution: distributionOf(feature, own, field.name) })
      )
    );
  }
  const names = columns.map(({ feature }) => feature.name).join(', ');
  const of =
    taken < all ? `a random choice of ${count(taken)} out of ${count(all)} (seed ${seed})` : `all ${count(all)}`;
  return {
    cells,
    notices: [`Read from documents themselves, ${of}, since the store can't count what they hold: ${names}.`],
  };
}

function atRandom(query: unknown, seed: number): unknown {
  return { function_score: { query, random_score: { seed, field: '_seq_no' }, boost_mode: 'replace' } };
}

function bySegment(rows: readonly Row[], segments: readonly StoreField[]) {
  const groups = new Map<string, { segment: Record<string, string>; rows: Row[] }>();
  for (const row of rows) {
    const segment = Object.fromEntries(
      segments.map(({ name, counted }) => [name, segmentName(row.fields[counted]?.[0])])
    );
    const key = JSON.stringify(segment);
    const group = groups.get(key) ?? { segment, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** An empty text is missing, as where segments are counted. */
function segmentName(value: unknown): string {
  return value === undefined || value === null || value === '' ? NO_VALUE : String(value);
}

/** As of a file: an empty text is missing; where they are compared as texts their lengths are the numbers. */
function distributionOf({ type }: TypedFeature, rows: readonly Row[], field: string): Distribution {
  const texts = rows.map((row) => (row.fields[field] ?? []).map(String).filter((text) => text !== ''));
  if (type === 'text') {
    const missing = texts.filter((values) => values.length === 0).length;
    return sampleFromNumbers(Float64Array.from(texts.flat(), textLength), missing);
  }
  if (type === 'numeric') {
    const cells = texts.flatMap((values) => (values.length === 0 ? [null] : values));
    return sampleFromValues(cells.map((text) => (text === null || isUsualMarker(text) ? null : text)));
  }
  return categoriesFromValues(texts.flatMap((values) => (values.length === 0 ? [null] : values)));
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
