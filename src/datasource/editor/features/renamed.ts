import type { FeatureSpec } from '../../../query/selection';

/** A changed feature, whose name follows what it is as long as nobody has given it another. */
export function renamed(feature: FeatureSpec, change: Partial<FeatureSpec>): FeatureSpec {
  const changed = Object.fromEntries(
    Object.entries({ ...feature, ...change }).filter(([, value]) => value !== undefined)
  ) as FeatureSpec;
  const isOwn = feature.name !== '' && feature.name !== usualName(feature);
  return isOwn ? changed : { ...changed, name: usualName(changed) };
}

function usualName({ metric = '', label = '' }: FeatureSpec): string {
  return label === '' ? metric : label;
}
