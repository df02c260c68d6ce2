import type { FeatureType } from '../../query/featureType';
import type { FeatureSpec, Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { DistributionCell, FieldDescription, RequestOptions, Source, TypedFeature } from '../../sources/Source';
import { SourceError } from '../../sources/SourceError';
import { PROFILE_VERSION, type Profile, type ProfileColumn } from './profileSchema';
import { storeDistribution } from './storeDistribution';
import { storeText } from './storeText';

export interface ProfileAsked {
  readonly selection: Selection;
  /** Null stands for everything, whatever its time. */
  readonly range: TimeRange | null;
  /** By name, instead of what is found out. */
  readonly types: ReadonlyMap<string, FeatureType>;
  readonly minimumCount: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly created: string;
  readonly version: string;
  /** The file, or the store; the query and the range are added. */
  readonly source: Omit<Profile['source'], 'query' | 'from' | 'to'>;
}

/** The stored baseline of a selection: its schema, and the distribution of every column that is a feature. Throws a SourceError. */
export async function makeProfile(from: Source, asked: ProfileAsked, options: RequestOptions): Promise<Profile> {
  const { selection, range, types, minimumCount } = asked;
  const listed = selection.features ?? [];
  const fields = await from.describe(selection, { ...options, range });
  const known = new Map(fields.map((field) => [field.name, field]));
  const specs: readonly FeatureSpec[] = listed.length > 0 ? listed : fields.map(({ name }) => ({ name }));
  const typed = specs.flatMap((spec) => {
    const field = known.get(spec.field ?? spec.name);
    const given = types.get(spec.name) ?? spec.type;
    const type = given ?? field?.type;
    const misreading = given === undefined ? field?.misreading : undefined;
    return field === undefined || type === undefined ? [] : [{ ...field, misreading, spec, name: spec.name, type }];
  });
  const isAsked = (name: string) => types.has(name) || listed.length > 0;
  const features = typed.flatMap(({ spec, name, type, identifier }): TypedFeature[] =>
    type === 'time' || (identifier && !isAsked(name)) ? [] : [{ ...spec, type }]
  );
  // Texts are asked for by value as well, for their words, and identifiers for how many rows have one.
  const byValue = typed
    .filter(({ uncountable }) => uncountable !== true)
    .filter(({ name, type, identifier }) => type === 'text' || (identifier && !isAsked(name)))
    .map(({ spec, name, type }): TypedFeature => {
      return {
        ...spec,
        name: byValueOf(name),
        field: spec.field ?? spec.name,
        type: type === 'text' ? 'categorical' : (type as FeatureType),
        tolerant: true,
      };
    });
  const plan = from.plan({ selection, features: [...features, ...byValue], windows: [range], segmentBy: [] });
  if ('unsupported' in plan) {
    throw new SourceError(plan.unsupported, { status: 400, side: 'plugin' });
  }
  const { cells, notices, warned } = await plan.execute(options);
  if (warned === true) {
    throw new SourceError(`A baseline must be whole, and the store warned: ${notices.join(' ')}`, {
      status: 502,
      side: 'downstream',
    });
  }
  const rows = Math.max(0, ...cells.map(({ distribution }) => distribution.counts.total));
  if (rows === 0) {
    throw new SourceError('Nothing is a baseline of no rows: check the query and the time range.', {
      status: 422,
      side: 'downstream',
    });
  }
  const stored = new Map(cells.map((cell) => [cell.feature, cell]));
  const { query = selection.matchers } = selection;
  return {
    modelwatch_profile: PROFILE_VERSION,
    created: asked.created,
    version: asked.version,
    source: {
      ...asked.source,
      ...(range !== null && { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() }),
      ...(query !== undefined && { query }),
    },
    rows,
    labels: { ...asked.labels },
    minimum_count: minimumCount,
    columns: typed.map((field) =>
      columnOf(field, stored.get(field.name), stored.get(byValueOf(field.name)), minimumCount)
    ),
  };
}

function columnOf(
  { name, type, identifier, evidence, misreading, uncountable }: FieldDescription,
  cell: DistributionCell | undefined,
  byValue: DistributionCell | undefined,
  minimumCount: number
): ProfileColumn {
  const column = {
    ...{ name, type, identifier, evidence },
    ...(uncountable && { uncountable }),
    ...(misreading !== undefined && { misreading }),
  };
  if (cell?.unreadable !== undefined) {
    return { ...column, uncountable: true, evidence: cell.unreadable };
  }
  if (cell === undefined) {
    return byValue === undefined ? column : { ...column, counts: { ...byValue.distribution.counts } };
  }
  const text = byValue?.distribution.kind === 'categories' ? storeText(byValue.distribution, minimumCount) : undefined;
  if (cell.distribution.kind === 'quantiles') {
    throw new SourceError(
      `"${name}" is known as quantiles only, which are approximate and no baseline to keep: leave it out, or choose a histogram.`,
      { status: 422, side: 'downstream' }
    );
  }
  return {
    ...column,
    ...(cell.refuseIid !== undefined && { refuse_iid: cell.refuseIid }),
    distribution: storeDistribution(cell.distribution, minimumCount),
    ...(text !== undefined && { text }),
  };
}

/** Under which name a column's values are asked for beside its distribution: no column is called so. */
function byValueOf(name: string): string {
  return `${name}\u0000by value`;
}
