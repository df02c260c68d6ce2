import type { TimeRange } from '../../../query/time';
import type { Selection } from '../../../query/selection';
import type { DistributionCell, RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import type { Bucket, SearchAnswer } from '../client/SearchAnswer';
import { TooMuch } from '../client/TooMuch';
import type { StoreField } from '../fields/StoreField';
import type { Column } from './Column';
import { countAggs } from './countAggs';
import { type CountedColumn, distributionOf } from './distributionOf';
import { Remarks } from './Remarks';
import { sampledAggs, withinSample } from './sampled';
import { segmentBuckets } from './segmentBuckets';
import { hullOf, indexOf, selectionQuery } from './selectionQuery';
import { halve, type Unit, unitsOf } from './Unit';

/** Searches of one request: the store runs several of them at once. */
const SEARCHES_A_REQUEST = 8;

/** Requests in which so many searches are sent. */
export function requestsFor(units: readonly Unit[]): number {
  return Math.ceil(units.length / SEARCHES_A_REQUEST);
}

/** What is read of a column from its part of an answer; null where the answer doesn't fit what was asked. */
type ReadColumn = (column: Column, at: number, documents: Bucket, isWeighted: boolean) => CountedColumn | null;

export interface Counting {
  readonly selection: Selection;
  readonly columns: readonly Column[];
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly segments: readonly StoreField[];
  /** Its distribution, where nothing else is given. */
  readonly read?: ReadColumn;
}

/** The distributions of all columns, segments and windows. */
export async function countCells(
  client: ElasticsearchClient,
  counting: Counting,
  remarks: Remarks,
  options: RequestOptions
): Promise<DistributionCell[]> {
  const { columns, windows, segments } = counting;
  const units = unitsOf(columns, windows, segments.length);
  const cells = await countUnits(client, counting, units, remarks, options);
  const again = remarks.takeUnsure();
  if (again.size === 0) {
    return cells;
  }
  // Naming the categories makes every shard count every one of them.
  const named = columns
    .filter(({ feature }) => again.has(feature.name))
    .map((column): Column => ({ ...column, counting: { kind: 'categories', only: listedIn(cells, column) } }));
  const sure = await countUnits(client, counting, unitsOf(named, windows, segments.length), remarks, options);
  return [...cells.filter(({ feature }) => !again.has(feature)), ...sure];
}

function listedIn(cells: readonly DistributionCell[], { feature }: Column): string[] {
  const names = new Set<string>();
  for (const { feature: name, distribution } of cells) {
    if (name === feature.name && distribution.kind === 'categories') {
      [...distribution.byCategory.keys()].forEach((category) => names.add(category));
    }
  }
  return [...names];
}

/** The same in searches that are given; those that are too much are halved. */
export async function countUnits(
  client: ElasticsearchClient,
  counting: Counting,
  units: readonly Unit[],
  remarks: Remarks,
  options: RequestOptions
): Promise<DistributionCell[]> {
  const groups: Unit[][] = [];
  for (let i = 0; i < units.length; i += SEARCHES_A_REQUEST) {
    groups.push(units.slice(i, i + SEARCHES_A_REQUEST));
  }
  const found = await Promise.all(groups.map((group) => countGroup(client, counting, group, remarks, options)));
  return found.flat();
}

async function countGroup(
  client: ElasticsearchClient,
  counting: Counting,
  group: readonly Unit[],
  remarks: Remarks,
  options: RequestOptions
): Promise<DistributionCell[]> {
  const { selection, windows, segments } = counting;
  const asked = { index: indexOf(selection), query: selection.query };
  const searches = group.map((unit) => {
    const times = unit.windows.map((window) => windows[window]);
    return {
      query: selectionQuery(selection, hullOf(times)),
      aggs: sampledAggs(selection.sampling, countAggs(unit.columns, segments, times, selection.timeField)),
    };
  });
  const answers = await client.search(asked, searches, options);
  const cells: DistributionCell[] = [];
  const halves: Unit[] = [];
  answers.forEach((answer, i) => {
    if (!(answer instanceof SourceError)) {
      cells.push(...cellsOf(client, counting, group[i], withinSample(selection.sampling, answer), remarks));
      return;
    }
    const smaller = answer instanceof TooMuch ? halve(group[i]) : null;
    if (smaller === null) {
      throw answer;
    }
    halves.push(...smaller);
  });
  return halves.length === 0 ? cells : [...cells, ...(await countUnits(client, counting, halves, remarks, options))];
}

function cellsOf(
  { place }: ElasticsearchClient,
  { segments, selection, read = distributionOf }: Counting,
  unit: Unit,
  answer: SearchAnswer,
  remarks: Remarks
): DistributionCell[] {
  const { buckets, several, isWeighted } = segmentBuckets(answer, unit.windows, segments, place);
  remarks.noteDocuments(several, isWeighted);
  return buckets.flatMap(({ window, segment, bucket }) => {
    remarks.total(window, segment, bucket.doc_count);
    return unit.columns.map((column, at) => {
      const counted = read(column, at, bucket, isWeighted);
      if (counted === null) {
        throw new SourceError(
          `${place} answers for "${column.field.name}" of "${indexOf(selection)}" with something that was not asked for: its answer is not whole.`,
          { status: 502, side: 'downstream' }
        );
      }
      remarks.note(column, counted);
      return { window, segment, feature: column.feature.name, distribution: counted.distribution };
    });
  });
}
