import { BadQuery } from '../../query/BadQuery';
import { isOfTimes } from '../../query/expectation';
import { expectedType } from '../../query/expectedType';
import type { QualityQuery } from '../../query/qualityQuery';
import type { FeatureSpec } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { Notice } from '../../sources/Notice';
import type { FieldDescription, RequestOptions, TypedFeature } from '../../sources/Source';
import { nearNames } from '../../sources/nearNames';
import { someNames } from '../someNames';
import { misreadingNotices } from '../misreadingNotices';
import type { Place } from '../settleFeatures';
import { delayColumn } from './delayColumn';

/** Columns by which rows are counted where none of those asked for is there: some may hold times, which are no features. */
const MOST_COUNTING = 5;

/** Columns that are looked at for what vanished, beside those that are asked for. */
const MOST_CANDIDATES = 60;

interface SettleOptions extends RequestOptions {
  /** Columns that vanished: others that the query does not list may be called so now. */
  readonly renamed?: readonly string[];
}

/** A column that is checked, and on which sides the store knows it. */
export interface CheckedColumn {
  readonly feature: TypedFeature;
  readonly inBaseline: boolean;
  readonly inCurrent: boolean;
  readonly identifier: boolean;
  /** Not asked for, and looked at only because it is new: what vanished may be called so now. */
  readonly candidate: boolean;
  /** Why the store can't count it, though it is asked for: its checks are undecided then. */
  readonly uncounted?: string;
}

export interface SettledColumns {
  readonly columns: readonly CheckedColumn[];
  /** Columns of times of which something is expected: their limits are counted apart. */
  readonly times: readonly FeatureSpec[];
  readonly notices: readonly Notice[];
}

/** The ranges whose rows tell the types; null stands for everything. */
export interface TypeRanges {
  readonly baseline: TimeRange | null;
  readonly current: TimeRange | null;
}

/**
 * The columns to be checked: those that the query lists, or all that either side has but times. A type is the one given,
 * else found out from the baseline, and from the current rows where the baseline lacks the column.
 */
export async function settleColumns(
  query: QualityQuery,
  current: Place,
  baseline: Place | null,
  ranges: TypeRanges,
  options: SettleOptions
): Promise<SettledColumns> {
  const { renamed = [] } = options;
  const isSearching = renamed.length > 0;
  const now = await namesOf(current, isSearching, options);
  const before = baseline === null ? [] : await namesOf(baseline, isSearching, options);
  const own = noFeatures(query, current, baseline);
  const listed = current.selection.features ?? [];
  const names = (list: readonly string[]) => list.filter((name) => !own.has(name));
  const asked = listed.length > 0 ? listed : [...new Set([...names(before), ...names(now)])].map((name) => ({ name }));
  const known: Known = { before: new Set(before), now: new Set(now) };
  const placed = asked.map((feature) => place(feature, known, baseline !== null, false));
  const taken = new Set(listed.flatMap((one) => [fieldOf(one), one.metric]));
  const unlisted = names(now).filter((name) => !taken.has(name));
  const candidates = isSearching ? nearestFirst(unlisted, renamed).slice(0, MOST_CANDIDATES) : [];
  // Rows are counted by a column that is there.
  const isCounted = placed.some(({ inCurrent }) => inCurrent) || candidates.length > 0;
  const counting = isCounted ? [] : names(now).slice(0, MOST_COUNTING);
  const all = [
    ...placed,
    ...[...candidates, ...counting].map((name) => place({ name }, known, baseline !== null, true)),
  ];
  const lost = all.find(({ inBaseline, inCurrent }) => baseline !== null && !inBaseline && !inCurrent);
  if (lost !== undefined) {
    throw new BadQuery(
      `Neither the baseline nor the current data have a column "${fieldOf(lost.feature)}". ${others(fieldOf(lost.feature), [...before, ...now])}`
    );
  }
  // Labels may come later, and their column with them.
  const predicted = query.bias?.prediction;
  if (predicted !== undefined && !placed.some(({ feature }) => feature.name === predicted)) {
    const help = listed.length > 0 ? 'List it among the features.' : others(predicted, [...before, ...now]);
    throw new BadQuery(`"bias.prediction": no column "${predicted}" is checked. ${help}`);
  }
  const hasRules = (query.rules ?? []).length > 0;
  const settled = await withTypes(all, current, baseline, ranges, { ...options, hasRules });
  const delay = delayColumn(query, baseline, { before, now });
  return delay === null ? settled : { ...settled, columns: [...settled.columns, delay] };
}

/** What tells segments apart, when a row was made and when it arrived. */
function noFeatures({ segmentBy, arrival }: QualityQuery, current: Place, baseline: Place | null): ReadonlySet<string> {
  const times = [current.selection.timeField, baseline?.selection.timeField, arrival?.field];
  return new Set([...segmentBy, ...times.filter((name) => name !== undefined)]);
}

/** Columns that are called nearly so may be the same. */
function nearestFirst(names: readonly string[], vanished: readonly string[]): string[] {
  const near = new Set(vanished.flatMap((name) => nearNames(name, names)));
  return [...near, ...names.filter((name) => !near.has(name))];
}

/** Names like one that is not there, or some of those that are. */
function others(name: string, names: readonly string[]): string {
  const all = [...new Set(names)];
  const near = nearNames(name, all);
  return near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There is ${someNames(all) || 'none'}.`;
}

/** What the place has; all of it, where names are sought that the query does not list. */
async function namesOf({ source, selection }: Place, all: boolean, options: RequestOptions): Promise<string[]> {
  const listed = await source.fieldNames(selection, options);
  const others = all ? await source.fieldNames({ ...selection, features: undefined }, options) : [];
  return [...new Set([...listed, ...others])];
}

interface Known {
  readonly before: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
}

interface Placed {
  readonly feature: FeatureSpec;
  readonly inBaseline: boolean;
  readonly inCurrent: boolean;
  readonly candidate: boolean;
}

function place(feature: FeatureSpec, { before, now }: Known, hasBaseline: boolean, candidate: boolean): Placed {
  // What a metric is called is no name of a column: the store tells whether it has some when it counts.
  const named = feature.metric === undefined && feature.expr === undefined && feature.label === undefined;
  return {
    feature,
    inBaseline: hasBaseline && (!named || before.has(fieldOf(feature))),
    inCurrent: !named || now.has(fieldOf(feature)),
    candidate,
  };
}

async function withTypes(
  all: readonly Placed[],
  current: Place,
  baseline: Place | null,
  ranges: TypeRanges,
  { hasRules, ...options }: RequestOptions & { readonly hasRules: boolean }
): Promise<SettledColumns> {
  const untyped = all.filter(({ feature }) => feature.type === undefined && feature.expect?.type === undefined);
  const describe = async (side: Place | null, features: readonly FeatureSpec[], range: TimeRange | null) =>
    side === null || features.length === 0
      ? []
      : side.source.describe({ ...side.selection, features: [...features] }, { ...options, range });
  const listed = new Set(current.selection.features);
  const isListed = (feature: FeatureSpec) => listed.has(feature);
  const found = new Map<string, FieldDescription>();
  const later = untyped.filter(({ inBaseline, inCurrent }) => !inBaseline && inCurrent);
  const both = await Promise.all([
    describe(
      baseline,
      untyped.filter(({ inBaseline }) => inBaseline).map(({ feature }) => feature),
      ranges.baseline
    ),
    describe(
      current,
      later.map(({ feature }) => feature),
      ranges.current
    ),
  ]);
  both.flat().forEach((field) => found.set(field.name, field));
  // What has no value in the baseline is of the type that its first values have.
  const empty = untyped.filter(({ feature, inCurrent }) => inCurrent && found.get(fieldOf(feature))?.empty === true);
  const first = await describe(
    current,
    empty.filter(({ inBaseline }) => inBaseline).map(({ feature }) => feature),
    ranges.current
  );
  first.forEach((field) => found.set(field.name, field));
  const times: string[] = [];
  const expected: FeatureSpec[] = [];
  const uncountable: string[] = [];
  const columns = all.flatMap((one): CheckedColumn[] => {
    const field = found.get(fieldOf(one.feature)) ?? found.get(one.feature.name);
    // A store lists what tells segments apart among its names, and describes features alone.
    if (field === undefined && !isListed(one.feature)) {
      return [];
    }
    const type = typeOf(one.feature, field);
    if (type === 'time' && one.inCurrent && isOfTimes(one.feature.expect ?? {})) {
      expected.push(one.feature);
      return [];
    }
    if (type === 'time') {
      times.push(...(one.candidate ? [] : [one.feature.name]));
      return [];
    }
    if (field?.uncountable === true && !isListed(one.feature)) {
      uncountable.push(`${one.feature.name} (${field.evidence})`);
      return [];
    }
    return [{ ...one, feature: { ...one.feature, type }, identifier: isIdentifier(field) }];
  });
  if (columns.length + expected.length === 0 && !hasRules) {
    throw new BadQuery('There is nothing to check: the selection has no columns but times.');
  }
  const notices = [
    ...misreadingNotices([...found.values()]),
    ...(times.length === 0 ? [] : [`Not checked, since they hold times: ${times.join(', ')}.`]),
    ...(uncountable.length === 0
      ? []
      : [`Not checked, since their values can't be counted: ${uncountable.join(', ')}.`]),
  ];
  return { columns, times: expected, notices };
}

function typeOf({ type, expect = {} }: FeatureSpec, field: FieldDescription | undefined): FieldDescription['type'] {
  return type ?? expectedType(expect, field?.type) ?? 'categorical';
}

/** What a store can't count was not looked at. */
function isIdentifier(field: FieldDescription | undefined): boolean {
  return field?.identifier === true && field.uncountable !== true;
}

export function fieldOf({ name, field }: FeatureSpec): string {
  return field ?? name;
}
