import type { Measure } from '../../../query/measure';
import type { TimeRange } from '../../../query/time';
import type { MeasurePlan, MeasureRequest, MeasureSet, MeasureValue } from '../../Measures';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { TooMuch } from '../client/TooMuch';
import { fieldsOf } from '../fields/fieldsOf';
import type { StoreField } from '../fields/StoreField';
import { strayNotices, timeBoundsOf } from '../fields/timeBoundsOf';
import { probe } from '../search/probe';
import { segmentBuckets } from '../search/segmentBuckets';
import { hullOf, indexOf, selectionQuery } from '../search/selectionQuery';
import { unmatchable } from '../search/unmatchable';
import { windowAggs } from '../search/windowAggs';
import { type MeasuredField, measureAgg, measuredField, measureOf } from './measureAgg';
import { MeasureRemarks } from './MeasureRemarks';
import { withoutUnmatched } from './withoutUnmatched';

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
      requests: 3 + Math.ceil(parts.length / SEARCHES_A_REQUEST),
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
  const remarks = new MeasureRemarks();
  const numbers = columns.flatMap(({ field }) => (field === null ? [] : [field]));
  // Counts and sums are 0 from the first document on: whoever asks for them asks when that was.
  const isOfRows = measures.some(({ aggregate }) => aggregate === 'count' || aggregate === 'sum');
  const [found, told, bounds] = await Promise.all([
    Promise.all(groups.map((group) => askGroup(client, asked, group, remarks, options))),
    probe(client, selection, numbers, hullOf(request.windows), options),
    isOfRows ? timeBoundsOf(client, selection, options) : null,
  ]);
  const { values, reasons, undecided } = withoutUnmatched(found.flat(), request, fields);
  const notices = [
    ...remarks.notices(client.place, measures),
    ...unmatchable(selection.query, fields).reasons,
    ...reasons,
    ...told,
    ...strayNotices(bounds, selection),
  ];
  return { values, notices, undecided };
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
  remarks: MeasureRemarks,
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
      const { buckets, several, isWeighted } = segmentBuckets(answer, parts[i], segments, client.place);
      remarks.noteDocuments(several, isWeighted);
      values.push(
        ...buckets.flatMap(({ window, segment, bucket }) =>
          columns.flatMap((column, at): MeasureValue[] => {
            const measured = measureOf(column, at, bucket, isWeighted);
            remarks.note(column, measured);
            const { value } = measured;
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
  return smaller.length === 0 ? values : [...values, ...(await askGroup(client, asked, smaller, remarks, options))];
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
