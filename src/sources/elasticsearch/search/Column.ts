import type { DistributionCell, FrozenShape, TypedFeature } from '../../Source';
import { SourceError } from '../../SourceError';
import type { StoreFields } from '../fields/StoreFields';
import { wholeEdges } from '../edges/wholeEdges';
import { isNumber, isText, type StoreField } from '../fields/StoreField';

/** A feature, the field that holds it, and how its values are counted. */
export interface Column {
  readonly feature: TypedFeature;
  readonly field: StoreField;
  readonly counting: Counting;
  /** A keyword that holds numbers: its texts are counted, and read as numbers. */
  readonly asNumbers?: true;
}

export type Counting =
  /** Between edges; without them they are placed first. */
  | { readonly kind: 'edges'; readonly edges?: Float64Array }
  /** By category: the most frequent, or those that are named. */
  | { readonly kind: 'categories'; readonly only?: readonly string[]; readonly most?: number };

/** Different texts of numbers that are listed in a window. */
const MOST_NUMBERS = 4000;

/** Throws a SourceError where the field can't be counted as the feature's type asks for. */
export function columnOf(feature: TypedFeature, fields: StoreFields, frozen: FrozenShape | undefined): Column {
  const field = feature.since === undefined ? fields.get(feature.field ?? feature.name) : delayOf(feature, fields);
  if (field.kind === 'other') {
    throw uncountable(field, fields);
  }
  if (field.kind === 'summary') {
    throw unfit(
      feature,
      field,
      fields,
      'holds numbers that were aggregated before: ask for them as a measure of volume'
    );
  }
  if (field.kind === 'text') {
    throw unfit(feature, field, fields, 'can be counted only by a keyword field: choose one, or give the type text');
  }
  if (feature.type === 'numeric' && isText(field)) {
    return { feature, field, counting: { kind: 'categories', most: MOST_NUMBERS }, asNumbers: true };
  }
  if (feature.type === 'numeric') {
    if (!isNumber(field)) {
      throw unfit(feature, field, fields, 'holds no numbers: make the feature categorical');
    }
    return withEdges({ feature, field }, frozen?.kind === 'edges' ? open(frozen.edges) : undefined);
  }
  const only = frozen?.kind === 'categories' && field.kind !== 'boolean' ? frozen.categories : undefined;
  return { feature, field, counting: { kind: 'categories', only } };
}

/** Throws a SourceError where texts that should be numbers are none, in all windows and segments. */
export function requireNumbers(
  cells: readonly DistributionCell[],
  columns: readonly Column[],
  fields: StoreFields
): void {
  for (const { feature, field, asNumbers } of columns) {
    const counts = cells.filter((cell) => cell.feature === feature.name).map(({ distribution }) => distribution.counts);
    const present = counts.reduce((sum, { total, missing }) => sum + total - missing, 0);
    const wrong = counts.reduce((sum, { mistyped }) => sum + mistyped, 0);
    if (asNumbers === true && feature.tolerant !== true && present > 0 && wrong === present) {
      throw unfit(feature, field, fields, 'holds no numbers: make the feature categorical');
    }
  }
}

/** The time from one date to another. Throws a SourceError where either is none. */
function delayOf({ name, field = name, since = name }: TypedFeature, fields: StoreFields): StoreField {
  const [from, to] = [since, field].map((one) => fields.getPlain(one));
  const wrong = [from, to].find(({ kind }) => kind !== 'time');
  if (wrong !== undefined) {
    throw new SourceError(
      `${fields.place}: "${wrong.name}" of "${fields.index}", mapped as ${wrong.mapped}, holds no dates: choose the date field that says when a document arrived.`,
      { status: 422, side: 'downstream' }
    );
  }
  return { ...to, kind: 'decimal', precision: 'double', since: from.counted };
}

/** A text, which is read and not counted. Throws a SourceError where the field holds none. */
export function textColumnOf(feature: TypedFeature, fields: StoreFields): Pick<Column, 'feature' | 'field'> {
  const field = fields.getPlain(feature.field ?? feature.name);
  if (field.kind === 'other') {
    throw uncountable(field, fields);
  }
  if (field.kind !== 'text' && field.kind !== 'keyword') {
    throw unfit(feature, field, fields, 'holds no texts: choose another type');
  }
  return { feature, field };
}

/** A column that is counted between edges. */
export function withEdges(column: Pick<Column, 'feature' | 'field'>, edges: Float64Array | undefined): Column {
  const all = edges === undefined ? undefined : withCuts(edges, column.feature.cuts);
  const fitting = all !== undefined && column.field.kind === 'integer' ? wholeEdges(all) : all;
  return { ...column, counting: { kind: 'edges', edges: fitting } };
}

function withCuts(edges: Float64Array, cuts: readonly number[] = []): Float64Array {
  return cuts.length === 0 ? edges : Float64Array.from(new Set([...edges, ...cuts])).sort();
}

/** Both ends open, so that values beyond the baseline's are counted too. */
function open(edges: Float64Array): Float64Array {
  const ends = [
    ...(edges[0] === -Infinity ? [] : [-Infinity]),
    ...edges,
    ...(edges[edges.length - 1] === Infinity ? [] : [Infinity]),
  ];
  return Float64Array.from(ends);
}

/** Whatever the feature's type is. */
function uncountable({ name, mapped }: StoreField, { place, index }: StoreFields): SourceError {
  return new SourceError(
    `${place}: "${name}" of "${index}", mapped as ${mapped}, holds nothing that can be counted: leave it out, or choose a field of numbers, keywords or booleans that keeps its doc_values.`,
    { status: 422, side: 'downstream' }
  );
}

function unfit(feature: TypedFeature, field: StoreField, { place, index }: StoreFields, what: string): SourceError {
  return new SourceError(
    `${place}: the feature "${feature.name}" is ${feature.type}, and "${field.name}" of "${index}", mapped as ${field.mapped}, ${what}.`,
    { status: 422, side: 'downstream' }
  );
}
