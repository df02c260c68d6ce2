import type { ColumnKinds } from '../../../distribution/rule/typeRule';
import type { EpochUnit } from '../../../query/epochTime';
import type { Column } from '../../file/columns/Column';
import type { StoreField } from '../fields/StoreField';

/** A field that a rule names, with what the store tells of its values. */
export interface RuleField {
  readonly field: StoreField;
  readonly kinds: ColumnKinds;
  /** All its different values; undefined where there are too many. */
  readonly listed?: ListedValues;
  /** Why its values can't be compared as a file's are, to go on behind its name. */
  readonly unclear?: string;
  /** Why not even a missing value can be told. */
  readonly untold?: string;
  /** Whether values that aren't listed are texts for sure, and no numbers or times. */
  readonly isText: boolean;
  /** What its whole numbers count since 1970, where all of them can. */
  readonly unit?: EpochUnit;
}

export interface ListedValues {
  /** A row for each different value, and a last one without any. */
  readonly column: Column;
  /** The values of those rows as the store is asked for them; of the last one none. */
  readonly terms: readonly string[];
}

/** Documents that hold a value. */
export function present({ field }: Pick<RuleField, 'field'>): Query {
  return { exists: { field: field.counted } };
}

export type Query = Readonly<Record<string, unknown>>;

/** The documents of which a condition holds for sure, and those that break it for sure; of all others it is unknown. */
export interface Filters {
  readonly holds: Query;
  readonly fails: Query;
}

export const NONE: Query = { match_none: {} };
export const ALL: Query = { match_all: {} };

export function every(queries: readonly Query[]): Query {
  return queries.length === 1 ? queries[0] : { bool: { filter: queries } };
}

export function some(queries: readonly Query[]): Query {
  switch (queries.length) {
    case 0:
      return NONE;
    case 1:
      return queries[0];
    default:
      return { bool: { should: queries, minimum_should_match: 1 } };
  }
}

export function noneOf(queries: readonly Query[]): Query {
  return { bool: { must_not: queries } };
}
