import type { FeatureType } from '../../query/featureType';
import type { Selection } from '../../query/selection';
import type { FieldDescription, RequestOptions, Source, TypedFeature } from '../../sources/Source';
import { SourceError } from '../../sources/SourceError';
import { PROFILE_VERSION, type Profile, type ProfileColumn } from './profileSchema';
import { storeDistribution } from './storeDistribution';

export interface ProfileAsked {
  readonly selection: Selection;
  /** By name, instead of what is found out. */
  readonly types: ReadonlyMap<string, FeatureType>;
  readonly minimumCount: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly created: string;
  readonly version: string;
  /** The file; the query is added. */
  readonly source: Omit<Profile['source'], 'query'>;
}

/** The stored baseline of a selection: its schema, and the distribution of every column that is a feature. Throws a SourceError. */
export async function makeProfile(from: Source, asked: ProfileAsked, options: RequestOptions): Promise<Profile> {
  const { selection, types, minimumCount } = asked;
  const fields = await from.describe(selection, { ...options, range: null });
  const typed = fields.map((field) => ({ ...field, type: types.get(field.name) ?? field.type }));
  const isAsked = (name: string) => types.has(name) || (selection.features ?? []).length > 0;
  const features = typed.flatMap(({ name, type, identifier }): TypedFeature[] =>
    type === 'time' || (identifier && !isAsked(name)) ? [] : [{ name, type }]
  );
  const plan = from.plan({ selection, features, windows: [null], segmentBy: [] });
  if ('unsupported' in plan) {
    throw new SourceError(plan.unsupported, { status: 400, side: 'plugin' });
  }
  const { cells } = await plan.execute(options);
  const stored = new Map(cells.map(({ feature, distribution }) => [feature, distribution]));
  const columns = typed.map(({ name, type, identifier, evidence }: FieldDescription): ProfileColumn => {
    const distribution = stored.get(name);
    const column = { name, type, identifier, evidence };
    return distribution === undefined
      ? column
      : { ...column, distribution: storeDistribution(distribution, minimumCount) };
  });
  return {
    modelwatch_profile: PROFILE_VERSION,
    created: asked.created,
    version: asked.version,
    source: { ...asked.source, ...(selection.query !== undefined && { query: selection.query }) },
    rows: cells[0]?.distribution.counts.total ?? 0,
    labels: { ...asked.labels },
    minimum_count: minimumCount,
    columns,
  };
}
