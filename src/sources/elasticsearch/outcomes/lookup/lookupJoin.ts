import type { LabelFindings, OutcomesCell, OutcomesRequest } from '../../../OutcomesRequest';
import type { RequestOptions } from '../../../Source';
import { SourceError } from '../../../SourceError';
import { type ClassSpelling, spellClasses } from '../../../spellClasses';
import type { ElasticsearchClient } from '../../client/ElasticsearchClient';
import type { TableRow } from '../../client/readTable';
import { below, numberOf } from '../../client/SearchAnswer';
import type { StoreField } from '../../fields/StoreField';
import { NO_VALUE } from '../../../file/group/splitBySegment';
import type { Notice } from '../../../Notice';
import { oddClasses } from '../../../oddClasses';
import { MOST_CLASSES } from '../classNames';
import { indexOf, selectionQuery } from '../../search/selectionQuery';
import { hasValue } from '../../search/valueOf';
import { searchAll } from '../joined/searchAll';
import { type Slot, slotsOf, slotsQuery } from '../Slot';
import { type Group, groupOf, outcomesOfGroups, textOf } from './lookupCells';
import { delaysOfRows, earlyIn } from './lookupDelays';
import {
  delaysQuery,
  type LookupFields,
  MOST_ROWS,
  outcomesQuery,
  ownColumns,
  repeatedKeysQuery,
} from './lookupQueries';
import { whyNoLookup } from './whyNoLookup';

/** Days that are asked for, each with a query or two. */
const MOST_SLOTS = 200;

export interface LookedUp {
  readonly cells: readonly OutcomesCell[];
  readonly findings: LabelFindings;
  readonly notices: readonly Notice[];
  /** Predictions that were joined, and those that have no key. */
  readonly predictions: number;
  readonly withoutKey: number;
}

/** Something is so that the store can't join: the sampled join can, and the user is told why. */
class NoLookup extends Error {}

/**
 * Outcomes of all predictions by the store's own LOOKUP JOIN; null where the store has none, and the reason in words where
 * it is of no use for these indices. What it counts is held against what searches count: a prediction that is there twice,
 * for two labels or several values, or a row that was left out, is never taken.
 */
export async function lookupJoin(
  client: ElasticsearchClient,
  request: OutcomesRequest,
  fields: LookupFields,
  counted: unknown,
  options: RequestOptions
): Promise<LookedUp | string | null> {
  const why = await whyNoLookup(client, request, fields, options);
  if (why !== undefined) {
    return why;
  }
  try {
    return await joinAll(client, request, fields, counted, options);
  } catch (error) {
    if (error instanceof NoLookup || (error instanceof SourceError && !options.signal?.aborted)) {
      return error.message.replace(/\.$/, '');
    }
    throw error;
  }
}

async function joinAll(
  client: ElasticsearchClient,
  request: OutcomesRequest,
  fields: LookupFields,
  counted: unknown,
  options: RequestOptions
): Promise<LookedUp> {
  const { selection, windows, timezone, asOf } = request;
  const asked = { index: indexOf(selection), query: selection.query };
  const slots = await slotsOf(client, selection, windows, timezone, options);
  if (slots.length > MOST_SLOTS) {
    throw new NoLookup(`${slots.length} days are more than the ${MOST_SLOTS} that are asked for one by one`);
  }
  const keyed = hasValue(fields.key);
  for (const range of windows) {
    const filter = { bool: { filter: [selectionQuery(selection, range), counted, keyed] } };
    const [row] = await client.table(repeatedKeysQuery(asked.index, fields), filter, asked, options);
    if (row === undefined || Number(row('mw_repeated')) !== 0) {
      throw new NoLookup(`several predictions have the same "${fields.key.name}", of which the latest counts`);
    }
  }
  const queries = slots.map((slot) => ({ bool: { filter: [slotsQuery(selection, [slot]), counted] } }));
  const aggs = { keyed: { filter: keyed } };
  const sizes = await searchAll(
    client,
    asked,
    queries.map((query) => ({ query, aggs })),
    options
  );
  const totals = sizes.map(({ aggregations }) => numberOf(below(aggregations, 'keyed'), 'doc_count') ?? 0);
  const found: Found[] = [];
  for (const [i, slot] of slots.entries()) {
    const filter = { bool: { filter: [queries[i], keyed] } };
    const ask = async (query: string): Promise<TableRow[]> => {
      const rows = totals[i] === 0 ? [] : await client.table(query, filter, asked, options);
      requireWhole(rows, totals[i]);
      return rows;
    };
    const rows = await ask(outcomesQuery(asked.index, fields, asOf));
    const isTimed = fields.labelTime !== undefined && fields.time !== undefined && asOf !== null;
    found.push({ slot, rows, delays: isTimed ? await ask(delaysQuery(asked.index, fields, asOf)) : null });
  }
  const early = found.reduce((sum, { delays }) => sum + earlyIn(delays ?? []), 0);
  return {
    ...cellsOf(found, request, fields),
    findings: early > 0 ? { beforePrediction: early } : {},
    predictions: totals.reduce((sum, total) => sum + total, 0),
    withoutKey: sizes.reduce((sum, { total }, i) => sum + total - totals[i], 0),
  };
}

interface Found {
  readonly slot: Slot;
  readonly rows: readonly TableRow[];
  readonly delays: readonly TableRow[] | null;
}

/** Throws where rows are not those predictions, each once. */
function requireWhole(rows: readonly TableRow[], total: number): void {
  const counted = rows.reduce((sum, row) => sum + Number(row('mw_rows')), 0);
  if (rows.length >= MOST_ROWS) {
    throw new NoLookup(`a day has more than ${MOST_ROWS.toLocaleString('en-US')} combinations of what is counted`);
  }
  if (counted !== total) {
    const [many, all] = [counted, total].map((count) => count.toLocaleString('en-US'));
    throw new NoLookup(
      counted > total
        ? `the join gives ${many} rows for ${all} predictions: some have several labels, or several values of a field`
        : `the join gives ${many} rows for ${all} predictions`
    );
  }
}

function cellsOf(
  found: readonly Found[],
  { selection, segmentBy }: OutcomesRequest,
  fields: LookupFields
): Pick<LookedUp, 'cells' | 'notices'> {
  const groups = found.map(({ rows }) =>
    rows.map((row) => {
      if (Number(row('mw_keys')) > 1) {
        throw new NoLookup(`some predictions have several values of "${fields.key.name}"`);
      }
      return groupOf(row, fields);
    })
  );
  const texts = (of: (group: Group) => string | null) =>
    new Set(groups.flatMap((some) => some.flatMap((group) => of(group) ?? [])));
  const [predictions, labels] = [texts(({ prediction }) => prediction), texts(({ label }) => label)];
  if (Math.max(predictions.size, labels.size) > MOST_CLASSES) {
    throw new NoLookup(`more than ${MOST_CLASSES} classes`);
  }
  const spell = spellClasses([...predictions], [...labels]);
  if (found.some(({ delays }) => delays !== null)) {
    requireClasses(found, [...predictions, ...labels], spell);
  }
  const cells = found.flatMap(({ slot, delays }, i) =>
    [...bySegment(groups[i], ({ segment }) => segment)].flatMap(([key, own]): OutcomesCell[] => {
      const outcomes = outcomesOfGroups(own, fields, spell);
      const segment = Object.fromEntries(segmentBy.map((name, s) => [name, own[0].segment[s] ?? NO_VALUE]));
      const of = { window: slot.window, block: slot.block, segment };
      return outcomes === null ? [] : [{ ...of, outcomes: { ...outcomes, ...delaysOf(delays, key, fields, spell) } }];
    })
  );
  const named = (some: ReadonlySet<string>) =>
    new Set([...some].map(spell).filter((name): name is string => name !== null));
  const missing = [...predictions, ...labels].filter((text) => spell(text) === null && text.trim() !== '');
  const { prediction, label } = fields;
  const shown = `"${indexOf(selection)}"`;
  return {
    cells,
    notices: [
      ...[...new Set(missing)].map((text) => `"${text}" was read as a missing class.`),
      ...(prediction === undefined
        ? []
        : oddClasses({ name: prediction.name, shown }, label, named(predictions), named(labels))),
    ],
  };
}

/** Throws where a text stands for a missing value: how old labels are the store has told of that text as of a class. */
function requireClasses(found: readonly Found[], texts: readonly string[], spell: ClassSpelling): void {
  const isEmpty = found.some(({ rows }) => rows.some((row) => row('mw_label') === ''));
  const missing = isEmpty ? '' : texts.find((text) => spell(text) === null);
  if (missing !== undefined) {
    throw new NoLookup(`"${missing}" stands for a missing class, and the store would take it for a label that came`);
  }
}

function delaysOf(rows: readonly TableRow[] | null, key: string, fields: LookupFields, spell: ClassSpelling) {
  if (rows === null) {
    return {};
  }
  const columns = ownColumns({ ...fields, prediction: undefined, scores: [] });
  const segmentOf = (row: TableRow) =>
    columns.map(([name, field]: readonly [string, StoreField]) => textOf(row(name), field));
  const own = bySegment(rows, segmentOf).get(key) ?? [];
  return { delays: delaysOfRows(own, fields, spell) };
}

function bySegment<Row>(rows: readonly Row[], of: (row: Row) => ReadonlyArray<string | null>): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(of(row));
    const own = groups.get(key) ?? [];
    groups.set(key, own);
    own.push(row);
  }
  return groups;
}
