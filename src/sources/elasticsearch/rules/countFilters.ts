import type { Selection } from '../../../query/selection';
import type { TimeRange } from '../../../query/time';
import type { RuleCell } from '../../Rules';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { below, numberOf, type SearchAnswer } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import type { Remarks } from '../search/Remarks';
import { segmentBuckets } from '../search/segmentBuckets';
import { hullOf, indexOf, selectionQuery } from '../search/selectionQuery';
import { windowAggs } from '../search/windowAggs';
import type { Filters } from './RuleField';

/** A rule as the store counts it. */
export interface FilteredRule {
  readonly name: string;
  readonly filters: Filters;
  readonly needsScripts: boolean;
}

export interface FilterRequest {
  readonly selection: Selection;
  readonly rules: readonly FilteredRule[];
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly segments: readonly StoreField[];
  readonly remarks: Remarks;
}

/** Below the store's limit of buckets, with segments that are not known before. */
const MOST_BUCKETS = 16_000;
const GUESSED_SEGMENTS = 6;
const RULES_AT_ONCE = 20;

/** Rows, broken rows and unknown ones of each rule in each window and segment. Throws a SourceError. */
export async function countFilters(
  client: ElasticsearchClient,
  request: FilterRequest,
  options: RequestOptions
): Promise<readonly RuleCell[]> {
  const { rules, selection, windows } = request;
  if (rules.length === 0) {
    return [];
  }
  const units = unitsOf(request);
  const asked = { index: indexOf(selection), query: selection.query };
  const searches = units.map((unit) => {
    const times = unit.windows.map((window) => windows[window]);
    return {
      query: selectionQuery(selection, hullOf(times)),
      aggs: windowAggs(filterAggs(unit.rules), request.segments, times, selection.timeField),
    };
  });
  const answers = await client.search(asked, searches, options);
  return answers.flatMap((answer, at) => {
    if (answer instanceof SourceError) {
      throw answer;
    }
    return cellsOf(client, request, units[at], answer);
  });
}

interface Unit {
  readonly rules: readonly FilteredRule[];
  readonly windows: readonly number[];
}

/** A window without bounds is asked for on its own: no bucket of times would hold it. */
function unitsOf({ rules, windows, segments }: FilterRequest): Unit[] {
  const most = MOST_BUCKETS / GUESSED_SEGMENTS ** segments.length;
  const groups = stretches(rules, RULES_AT_ONCE);
  const atOnce = Math.max(1, Math.floor(most / (2 * Math.min(RULES_AT_ONCE, rules.length))));
  const timed = windows.flatMap((window, at) => (window === null ? [] : [at]));
  const whole = windows.flatMap((window, at) => (window === null ? [[at]] : []));
  return groups.flatMap((group) =>
    [...stretches(timed, atOnce), ...whole].map((stretch) => ({ rules: group, windows: stretch }))
  );
}

function stretches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

function filterAggs(rules: readonly FilteredRule[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    rules.flatMap(({ filters: { holds, fails } }, at) => [
      [`holds${at}`, { filter: holds }],
      [`fails${at}`, { filter: fails }],
    ])
  );
}

function cellsOf(
  { place }: ElasticsearchClient,
  { segments, selection, remarks }: FilterRequest,
  unit: Unit,
  answer: SearchAnswer
): RuleCell[] {
  const { buckets, several, isWeighted } = segmentBuckets(answer, unit.windows, segments, place);
  remarks.noteDocuments(several, isWeighted);
  return buckets.flatMap(({ window, segment, bucket }) => {
    remarks.total(window, segment, bucket.doc_count);
    return unit.rules.map(({ name: rule }, at) => {
      const [holds, broken] = ['holds', 'fails'].map((one) => numberOf(below(bucket, `${one}${at}`), 'doc_count'));
      if (holds === undefined || broken === undefined) {
        throw new SourceError(
          `${place} answers for rules over "${indexOf(selection)}" with something that was not asked for: its answer is not whole.`,
          { status: 502, side: 'downstream' }
        );
      }
      const total = bucket.doc_count;
      return { window, segment, rule, total, broken, unknown: Math.max(0, total - holds - broken) };
    });
  });
}
