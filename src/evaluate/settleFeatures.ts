import { BadQuery } from '../query/BadQuery';
import type { FeatureType } from '../query/featureType';
import type { FeatureSpec, Selection } from '../query/selection';
import type { TimeRange } from '../query/time';
import type { Notice } from '../sources/Notice';
import type { FieldDescription, RequestOptions, Source, TypedFeature } from '../sources/Source';
import { misreadingNotices, whyUnusable } from './misreadingNotices';
import { someNames } from './someNames';
import { requireSameNames, writtenIn } from './writtenIn';

export interface Place {
  readonly source: Source;
  readonly selection: Selection;
}

export interface SettledFeatures {
  readonly features: readonly TypedFeature[];
  /** Identifiers of both sides, which are not compared: each row should have its own. */
  readonly keys: readonly string[];
  readonly notices: readonly Notice[];
  /** By feature: why it can't be judged, and what to do. */
  readonly refusals: ReadonlyMap<string, string>;
}

interface SettleOptions extends RequestOptions {
  /** Types by feature, where the query lists no features. */
  readonly types?: ReadonlyMap<string, FeatureType>;
}

/**
 * The features to compare, each with its type. Types that the query does not give are found out from the baseline's rows
 * in the range, never from the current ones. Without features in the query all columns are compared that both sides
 * have, but times and identifiers.
 */
export async function settleFeatures(
  baseline: Place,
  current: Place,
  segmentBy: readonly string[],
  range: TimeRange | null,
  options: SettleOptions
): Promise<SettledFeatures> {
  const listed = current.selection.features ?? [];
  return listed.length > 0
    ? settleListed(listed, baseline, range, options)
    : settleAll(baseline, current, segmentBy, range, options);
}

async function settleListed(
  listed: readonly FeatureSpec[],
  { source, selection }: Place,
  range: TimeRange | null,
  options: RequestOptions
): Promise<SettledFeatures> {
  requireSameNames(selection, listed);
  const before = writtenIn(selection, listed);
  const untyped = before.filter(({ type }) => type === undefined);
  const described =
    untyped.length === 0 ? [] : await source.describe({ ...selection, features: untyped }, { ...options, range });
  const found = new Map(described.map((field) => [field.name, field]));
  const refusals = new Map<string, string>();
  const features = listed.map((feature, i) => {
    const field = before[i].type === undefined ? found.get(before[i].field ?? feature.name) : undefined;
    const refusal = field === undefined ? undefined : whyNot(field);
    if (refusal !== undefined) {
      refusals.set(feature.name, refusal);
    }
    const type = before[i].type ?? field?.type;
    if (type === undefined || type === 'time') {
      throw new BadQuery(
        `The feature "${feature.name}" holds times, which have no drift: leave it out, or give it a type.`
      );
    }
    return { ...feature, type };
  });
  return { features, keys: [], refusals, notices: misreadingNotices(judgedAsText(described)) };
}

/** What can't be judged says itself why. */
function judgedAsText(fields: readonly FieldDescription[]): FieldDescription[] {
  return fields.filter((field) => whyUnusable(field) === undefined);
}

/** Why the field can't be judged, whatever its values. */
function whyNot(field: FieldDescription): string | undefined {
  return field.unreadable ?? whyUnusable(field);
}

async function settleAll(
  baseline: Place,
  current: Place,
  segmentBy: readonly string[],
  range: TimeRange | null,
  options: SettleOptions
): Promise<SettledFeatures> {
  const before = await baseline.source.fieldNames(baseline.selection, options);
  const now = new Set(await current.source.fieldNames(current.selection, options));
  const own = new Set([...segmentBy, baseline.selection.timeField, current.selection.timeField]);
  const names = before.filter((name) => now.has(name) && !own.has(name));
  const given = options.types ?? new Map<string, FeatureType>();
  requireKnown([...given.keys()], names);
  const untyped = names.filter((name) => !given.has(name)).map((name) => ({ name }));
  const selection = { ...baseline.selection, features: untyped };
  const fields = untyped.length === 0 ? [] : await baseline.source.describe(selection, { ...options, range });
  const found = new Map(fields.map((field) => [field.name, field]));
  const features = names.flatMap((name): TypedFeature[] => {
    const { type, identifier } = found.get(name) ?? { type: given.get(name), identifier: false };
    return type === undefined || type === 'time' || identifier ? [] : [{ name, type }];
  });
  if (features.length === 0) {
    throw new BadQuery(nothingToCompare(fields, before, [...now]));
  }
  const refusals = fields.flatMap((field) => {
    const refusal = whyNot(field);
    return refusal === undefined ? [] : [[field.name, refusal] as const];
  });
  const known = new Set(before);
  const gone = before.filter((name) => !now.has(name) && !own.has(name));
  const added = [...now].filter((name) => !known.has(name) && !own.has(name));
  return {
    features,
    keys: fields.filter(({ identifier, uncountable }) => identifier && uncountable !== true).map(({ name }) => name),
    refusals: new Map(refusals),
    notices: [
      ...misreadingNotices(fields.filter((field) => isLeftOut(field) || whyUnusable(field) === undefined)),
      ...left(
        'Not compared, since times and identifiers have no drift',
        fields.filter((field) => isLeftOut(field) && field.uncountable !== true).map(({ name }) => name)
      ),
      ...left(
        "Not compared, since their values can't be counted",
        fields.filter(({ uncountable }) => uncountable === true).map(({ name, evidence }) => `${name} (${evidence})`)
      ),
      ...left('Only in the baseline', gone),
      ...left('Only in the current data', added),
    ],
  };
}

function requireKnown(typed: readonly string[], names: readonly string[]): void {
  const known = new Set(names);
  const unknown = typed.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new BadQuery(
      `A type is given for "${unknown}", which is not among the columns of both sides: ${someNames(names)}.`
    );
  }
}

function isLeftOut({ type, identifier }: FieldDescription): boolean {
  return type === 'time' || identifier;
}

function nothingToCompare(
  fields: readonly FieldDescription[],
  before: readonly string[],
  now: readonly string[]
): string {
  return fields.length > 0
    ? `There is nothing to compare: ${fields.map(({ name, evidence }) => `${name} (${evidence})`).join(', ')}. List the features to compare all the same.`
    : `The baseline and the current data have no column in common: the one has ${someNames(before)}, the other ${someNames(now)}.`;
}

function left(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what}: ${someNames(names)}.`];
}
