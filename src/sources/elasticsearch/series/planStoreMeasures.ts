import type { Measure } from '../../../query/measure';
import type { TimeRange } from '../../../query/time';
import type { MeasurePlan, MeasureRequest, MeasureSet, MeasureValue } from '../../Measures';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { TooMuch } from '../client/TooMuch';
import type { StoreField } from '../fields/StoreField';
import { fieldsOf } from '../fields/fieldsOf';
import { segmentBuckets } from '../search/segmentBuckets';
import { hullOf, indexOf, selectionQuery } from '../search/selectionQuery';
import { windowAggs } from '../search/windowAggs';
import { type MeasuredField, measureAgg, measuredField, measureOf } from './measureAgg';

/** Well below the 65,536 buckets of `search.max_buckets`, since segments are not known before. */
const MOST_BUCKETS = 16_000;
const GUESSED_SEGMENTS = 6;
const SEARCHES_A_REQUEST = 8;

/** The store aggregates: every window, segment and measure in as few searches as its limit of buckets allows. */
export function planStoreMeasures(request: MeasureRequest, client: ElasticsearchClient): MeasurePlan {
  requireAggregates(request);
  const parts = partsOf(request);
  return {
    description: {
      requests: 1 + Math.ceil(parts.length / SEARCHES_A_REQUEST),
      summary: `Elasticsearch aggregates ${request.measures.length} ${request.measures.length === 1 ? 'measure' : 'measures'} over ${request.windows.length} windows`,
      steps: request.measures.map(({ name, aggregate, field }) => `${name}: ${aggregate} of ${field ?? 'documents'}`),
    },
    execute: (options) => execute(request, client, options),
  };
}

async function execute(
  request: MeasureRequest,
  client: ElasticsearchClient,
  options: RequestOptions
): Promise<MeasureSet> {
  const { selection, measures } = request;
  const fields = await fieldsOf(client, indexOf(selection), options);
  if (selection.timeField !== undefined) {
    fields.getPlain(selection.timeField);
  }
  const segments = request.segmentBy.map((name) => fields.getPlain(name));
  const columns = measures.map((measure) => measuredField(measure, fields));
  const asked: AskedMeasures = { request, segments, columns };
  const parts = partsOf(request);
  const groups = Array.from({ length: Math.ceil(parts.length / SEARCHES_A_REQUEST) }, (_, i) =>
    parts.slice(i * SEARCHES_A_REQUEST, (i + 1) * SEARCHES_A_REQUEST)
  );
  const found = await Promise.all(groups.map((group) => askGroup(client, asked, group, options)));
  const approximate = measures.filter(({ aggregate }) => aggregate?.startsWith('p')).map(({ name }) => name);
  return {
    values: found.flat(),
    notices:
      approximate.length === 0
        ? []
        : [`${client.place} estimates percentiles (${approximate.join(', ')}): they are approximate.`],
  };
}

interface AskedMeasures {
  readonly request: MeasureRequest;
  readonly segments: readonly StoreField[];
  readonly columns: readonly MeasuredField[];
}

async function askGroup(
  client: ElasticsearchClient,
  asked: AskedMeasures,
  parts: ReadonlyArray<readonly number[]>,
  options: RequestOptions
): Promise<MeasureValue[]> {
  const { request, segments, columns } = asked;
  const { selection } = request;
  const aggs = Object.assign({}, ...columns.map(measureAgg)) as Record<string, unknown>;
  const searches = parts.map((windows) => {
    const times: TimeRange[] = windows.map((window) => request.windows[window]);
    return {
      query: selectionQuery(selection, hullOf(times)),
      aggs: windowAggs(aggs, segments, times, selection.timeField),
    };
  });
  const answers = await client.search({ index: indexOf(selection), query: selection.query }, searches, options);
  const values: MeasureValue[] = [];
  const smaller: number[][] = [];
  answers.forEach((answer, i) => {
    if (!(answer instanceof SourceError)) {
      values.push(
        ...segmentBuckets(answer, parts[i], segments, client.place).flatMap(({ window, segment, bucket }) =>
          columns.flatMap((column, at): MeasureValue[] => {
            const value = measureOf(column, at, bucket);
            return value === null ? [] : [{ measure: column.measure.name, window, segment, value }];
          })
        )
      );
    } else if (answer instanceof TooMuch && parts[i].length > 1) {
      const middle = parts[i].length >> 1;
      smaller.push(parts[i].slice(0, middle), parts[i].slice(middle));
    } else {
      throw answer;
    }
  });
  return smaller.length === 0 ? values : [...values, ...(await askGroup(client, asked, smaller, options))];
}

/** Indices of the windows that one search asks for. */
function partsOf({ windows, measures, segmentBy }: MeasureRequest): number[][] {
  const buckets = (1 + measures.length) * GUESSED_SEGMENTS ** segmentBy.length;
  const size = Math.max(1, Math.floor(MOST_BUCKETS / buckets));
  return Array.from({ length: Math.ceil(windows.length / size) }, (_, i) =>
    windows.slice(i * size, (i + 1) * size).map((_, at) => i * size + at)
  );
}

function requireAggregates({ measures }: MeasureRequest): void {
  const free: Measure | undefined = measures.find(({ aggregate }) => aggregate === undefined);
  if (free !== undefined) {
    throw new SourceError(
      `The measure "${free.name}" is PromQL, and Elasticsearch is asked by "aggregate" and "field": write those.`,
      { status: 400, side: 'plugin' }
    );
  }
}
