import type { ForecastSums } from '../../../outcomes/ForecastSums';
import type { Outcomes } from '../../../outcomes/Outcomes';
import type { ScoreTable } from '../../../outcomes/ScoreTable';
import type { Selection } from '../../../query/selection';
import type { OutcomesCell } from '../../OutcomesRequest';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import type { SearchAnswer } from '../client/SearchAnswer';
import { TooMuch } from '../client/TooMuch';
import type { StoreField } from '../fields/StoreField';
import { segmentBuckets } from '../search/segmentBuckets';
import { indexOf } from '../search/selectionQuery';
import { windowAggs } from '../search/windowAggs';
import type { OutcomeFields } from './OutcomeFields';
import { Changed, type OutcomePart, type PartOutcomes } from './OutcomePart';
import type { OutcomeRemarks } from './OutcomeRemarks';
import { type Slot, slotsQuery } from './Slot';

/** Well below the 65,536 buckets of `search.max_buckets`: some segments have more than others. */
const MOST_BUCKETS = 20_000;
/** Searches of one request: the store runs several of them at once. */
const SEARCHES_A_REQUEST = 8;

export interface PartsRequest {
  readonly selection: Selection;
  readonly fields: OutcomeFields;
  /** Documents that count. */
  readonly counted: unknown;
  readonly parts: readonly OutcomePart[];
  readonly slots: readonly Slot[];
  /** Segments of a day, about. */
  readonly segments: number;
}

/** What one search counts. */
interface Unit {
  readonly parts: readonly OutcomePart[];
  readonly slots: readonly Slot[];
}

/** The parts' outcomes of each segment of each day, put together. Throws a SourceError. */
export async function countParts(
  client: ElasticsearchClient,
  request: PartsRequest,
  remarks: OutcomeRemarks,
  options: RequestOptions
): Promise<OutcomesCell[]> {
  const cells = new Map<string, Counted>();
  await countUnits(client, request, unitsOf(request), { cells, remarks }, options);
  return [...cells.values()].map(({ rows, found, ...cell }) => ({ ...cell, outcomes: { rows, ...joined(found) } }));
}

interface Counted extends Omit<OutcomesCell, 'outcomes'> {
  readonly rows: number;
  readonly found: PartOutcomes[];
}

interface Found {
  readonly cells: Map<string, Counted>;
  readonly remarks: OutcomeRemarks;
}

function joined(found: readonly PartOutcomes[]): Omit<Outcomes, 'rows'> {
  const scores = new Map<string, ScoreTable>(found.flatMap((part) => [...(part.scores ?? [])]));
  const forecasts = Object.assign({}, ...found.map((part) => part.forecasts)) as ForecastSums;
  return {
    labelled: 0,
    ...Object.assign({}, ...found),
    ...(scores.size > 0 && { scores }),
    ...(Object.keys(forecasts).length > 0 && { forecasts }),
  } as Omit<Outcomes, 'rows'>;
}

/** Searches of as many buckets as may be, and as few as may be. */
export function unitsOf({ parts, slots, segments }: Pick<PartsRequest, 'parts' | 'slots' | 'segments'>): Unit[] {
  const timed = slots.filter(({ range }) => range !== null);
  // Of one without a range nothing but a search of its own counts.
  const groups = [timed, ...slots.filter(({ range }) => range === null).map((slot) => [slot])];
  return groups.filter((group) => group.length > 0).flatMap((group) => split({ parts, slots: group }, segments));
}

function split(unit: Unit, segments: number): Unit[] {
  const weight = unit.parts.reduce((sum, part) => sum + part.weight, 0) * unit.slots.length * segments;
  const halves = weight > MOST_BUCKETS ? halve(unit) : null;
  return halves === null ? [unit] : halves.flatMap((half) => split(half, segments));
}

/** By days, then by parts; null where it is a single one of both. */
function halve({ parts, slots }: Unit): readonly [Unit, Unit] | null {
  if (slots.length > 1) {
    const middle = slots.length >> 1;
    return [
      { parts, slots: slots.slice(0, middle) },
      { parts, slots: slots.slice(middle) },
    ];
  }
  if (parts.length > 1) {
    const middle = parts.length >> 1;
    return [
      { parts: parts.slice(0, middle), slots },
      { parts: parts.slice(middle), slots },
    ];
  }
  return null;
}

async function countUnits(
  client: ElasticsearchClient,
  request: PartsRequest,
  units: readonly Unit[],
  found: Found,
  options: RequestOptions
): Promise<void> {
  const groups = Array.from({ length: Math.ceil(units.length / SEARCHES_A_REQUEST) }, (_, i) =>
    units.slice(i * SEARCHES_A_REQUEST, (i + 1) * SEARCHES_A_REQUEST)
  );
  await Promise.all(groups.map((group) => countGroup(client, request, group, found, options)));
}

async function countGroup(
  client: ElasticsearchClient,
  request: PartsRequest,
  group: readonly Unit[],
  found: Found,
  options: RequestOptions
): Promise<void> {
  const { selection, fields, counted } = request;
  const searches = group.map(({ parts, slots }) => ({
    query: { bool: { filter: [slotsQuery(selection, slots), counted] } },
    aggs: windowAggs(
      Object.assign({}, ...parts.map(({ aggs }) => aggs)) as Record<string, unknown>,
      fields.segments,
      slots.map(({ range }) => range),
      selection.timeField
    ),
  }));
  const answers = await client.search({ index: indexOf(selection), query: selection.query }, searches, options);
  const smaller: Unit[] = [];
  answers.forEach((answer, i) => {
    if (!(answer instanceof SourceError)) {
      read(client, request, group[i], answer, found);
      return;
    }
    const halves = answer instanceof TooMuch ? halve(group[i]) : null;
    if (halves === null) {
      throw answer;
    }
    smaller.push(...halves);
  });
  if (smaller.length > 0) {
    await countUnits(client, request, smaller, found, options);
  }
}

function read(
  { place }: ElasticsearchClient,
  { selection, fields }: PartsRequest,
  { parts, slots }: Unit,
  answer: SearchAnswer,
  { cells, remarks }: Found
): void {
  const places = slots.map((_, i) => i);
  const { buckets, isWeighted, several } = segmentBuckets(answer, places, fields.segments, place);
  remarks.noteDocuments(several, isWeighted);
  for (const { window: at, segment, bucket } of buckets) {
    const slot = slots[at];
    const key = JSON.stringify([slot.window, slot.block, segment]);
    const of = { window: slot.window, block: slot.block, segment };
    const cell = cells.get(key) ?? { ...of, rows: bucket.doc_count, found: [] };
    cells.set(key, cell);
    remarks.noteRows(cell.rows === bucket.doc_count);
    try {
      const about = { slot, isWeighted, several: (field: StoreField) => remarks.noteSeveral(field) };
      cell.found.push(...parts.map((part) => part.read(bucket, about)));
    } catch (error) {
      throw error instanceof Changed ? changed(place, indexOf(selection)) : error;
    }
  }
}

function changed(place: string, index: string): SourceError {
  return new SourceError(
    `${place} took in documents of "${index}" with values that were not there before while they were being counted: ask again.`,
    { status: 503, side: 'downstream' }
  );
}
