import { emptyDistribution } from '../../../distribution/emptyDistribution';
import type { DistributionCell, DistributionRequest, TypedFeature } from '../../Source';
import { SourceError } from '../../SourceError';
import type { StoreFields } from '../fields/StoreFields';
import { type Column, columnOf, textColumnOf } from './Column';
import type { TextColumn } from './sampleRows';

export interface FittingColumns {
  /** What is counted. */
  readonly columns: readonly Column[];
  /** What is read from documents. */
  readonly texts: readonly TextColumn[];
  /** Why a feature can't be counted as its field is mapped: the others are, all the same. */
  readonly unfit: ReadonlyArray<{ readonly feature: TypedFeature; readonly reason: string }>;
}

/** Throws a SourceError where none fits, a field is not there, or one that should hold times holds none. */
export function fittingColumns({ features, frozen }: DistributionRequest, fields: StoreFields): FittingColumns {
  const columns: Column[] = [];
  const texts: TextColumn[] = [];
  const unfit: Array<{ feature: TypedFeature; reason: string }> = [];
  let first: SourceError | undefined;
  for (const feature of features) {
    try {
      if (!isReadFrom(feature, fields)) {
        columns.push(columnOf(feature, fields, frozen?.get(feature.name)));
      } else if (feature.texts !== 'skip') {
        texts.push(textColumnOf(feature, fields));
      }
    } catch (error) {
      // A time that a query names and that is none is a mistake of the query.
      if (!(error instanceof SourceError) || error.options.status !== 422 || feature.since !== undefined) {
        throw error;
      }
      first ??= error;
      unfit.push({ feature, reason: error.message });
    }
  }
  if (first !== undefined && unfit.length === features.length) {
    throw first;
  }
  return { columns, texts, unfit };
}

/** A cell without values, with its reason, beside those that were counted. */
export function unfitCells(
  { unfit }: FittingColumns,
  counted: readonly DistributionCell[],
  windows: readonly unknown[]
): DistributionCell[] {
  const places = new Map(counted.map((cell) => [JSON.stringify([cell.window, cell.segment]), cell]));
  const known =
    places.size === 0
      ? windows.map((_, window) => ({ window, segment: {}, rows: 0 }))
      : [...places.values()].map(({ window, segment, distribution }) => ({
          ...{ window, segment },
          rows: distribution.counts.total,
        }));
  return unfit.flatMap(({ feature, reason }) =>
    known.map(({ window, segment, rows }) => ({
      ...{ window, segment },
      feature: feature.name,
      distribution: emptyDistribution(feature.type, rows),
      unreadable: reason,
    }))
  );
}

/** The lengths of texts always are, and texts that no keyword field holds. */
function isReadFrom({ name, field, type, texts }: TypedFeature, fields: StoreFields): boolean {
  return type === 'text' || (texts !== undefined && fields.get(field ?? name).kind === 'text');
}
