import type { Sampling } from '../../../query/sampling';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { type Aggregation, below, bucketsOf, numberOf } from '../client/SearchAnswer';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { asWritten } from '../fields/precision';
import type { StoreField } from '../fields/StoreField';
import { type Column, withEdges } from '../search/Column';
import { sampledAggs, withinSample } from '../search/sampled';
import { countedWithin, nestedAggs } from '../search/nestedAggs';
import { valueOf } from '../search/valueOf';
import { type Landmarks, placeEdges } from './placeEdges';

const BUCKETS = 128;
/** With at most so many different values each has its own bucket. */
const FEW = 256;
/** The store estimates how many there are: more than it may be wrong by. */
const LISTED = 320;
const PERCENTS = Array.from({ length: BUCKETS - 1 }, (_, i) => ((i + 1) * 100) / BUCKETS);

interface Documents {
  readonly index: string;
  readonly query?: string;
  readonly sampling?: Sampling;
}

/** Gives edges to the columns that need them, by where the values of these documents lie. */
export async function findEdges(
  client: ElasticsearchClient,
  asked: Documents,
  documents: unknown,
  columns: readonly Column[],
  options: RequestOptions
): Promise<Column[]> {
  const needy = columns.filter(needsEdges);
  if (needy.length === 0) {
    return [...columns];
  }
  const places = await ask(client, asked, documents, needy.map(quantileAggs), options);
  const few = needy.filter(
    (_, i) => (numberOf(below(within(needy[i], i, places), `different${i}`), 'value') ?? Infinity) <= FEW
  );
  const listed = few.length === 0 ? {} : await ask(client, asked, documents, few.map(valueAggs), options);
  const edges = new Map(
    needy.map((column, i): [Column, Float64Array] => {
      const values = few.includes(column)
        ? valuesOf(within(column, few.indexOf(column), listed), few.indexOf(column))
        : undefined;
      const landmarks = written(landmarksOf(within(column, i, places), i, values), column.field);
      return [column, landmarks === null ? Float64Array.of(-Infinity, Infinity) : placeEdges(landmarks)];
    })
  );
  return columns.map((column) => (edges.has(column) ? withEdges(column, edges.get(column)) : column));
}

function within({ field }: Column, at: number, answer: Aggregation): Aggregation {
  return countedWithin(field, `nested${at}`, answer);
}

export function needsEdges({ counting }: Column): boolean {
  return counting.kind === 'edges' && counting.edges === undefined;
}

async function ask(
  client: ElasticsearchClient,
  { sampling, ...asked }: Documents,
  query: unknown,
  aggs: ReadonlyArray<Record<string, unknown>>,
  options: RequestOptions
): Promise<Aggregation> {
  const [answer] = await client.search(
    asked,
    [{ query, aggs: sampledAggs(sampling, Object.assign({}, ...aggs) as Record<string, unknown>) }],
    options
  );
  if (answer instanceof SourceError) {
    throw answer;
  }
  return withinSample(sampling, answer).aggregations;
}

function quantileAggs({ field: stored }: Column, at: number): Record<string, unknown> {
  const own = valueOf(stored);
  return nestedAggs(stored, `nested${at}`, {
    [`quantiles${at}`]: { percentiles: { ...own, percents: PERCENTS, keyed: false } },
    [`least${at}`]: { min: own },
    [`most${at}`]: { max: own },
    [`different${at}`]: { cardinality: { ...own, precision_threshold: LISTED } },
  });
}

function valueAggs({ field }: Column, at: number): Record<string, unknown> {
  const terms = { ...valueOf(field), size: LISTED, order: { _key: 'asc' } };
  return nestedAggs(field, `nested${at}`, { [`values${at}`]: { terms } });
}

function landmarksOf(places: Aggregation, at: number, values: readonly number[] | undefined): Landmarks | null {
  const minimum = numberOf(below(places, `least${at}`), 'value');
  const maximum = numberOf(below(places, `most${at}`), 'value');
  if (minimum === undefined || maximum === undefined) {
    return null;
  }
  const { values: listed } = below(places, `quantiles${at}`);
  const quantiles = (Array.isArray(listed) ? (listed as Aggregation[]) : []).map(
    (one) => numberOf(one, 'value') ?? NaN
  );
  return { minimum, maximum, quantiles, values };
}

/** Edges are placed between numbers as they were written. */
function written(landmarks: Landmarks | null, { precision }: StoreField): Landmarks | null {
  const one = (value: number) => asWritten(value, precision);
  return (
    landmarks && {
      minimum: one(landmarks.minimum),
      maximum: one(landmarks.maximum),
      quantiles: landmarks.quantiles.map(one),
      values: landmarks.values?.map(one),
    }
  );
}

function valuesOf(listed: Aggregation, at: number): number[] | undefined {
  const isWhole = numberOf(below(listed, `values${at}`), 'sum_other_doc_count') === 0;
  const keys = bucketsOf(listed, `values${at}`).map(({ key }) => Number(key));
  return isWhole ? keys : undefined;
}
