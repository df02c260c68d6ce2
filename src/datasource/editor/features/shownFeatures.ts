import type { FeatureType } from '../../../query/featureType';
import type { FeatureSpec } from '../../../query/selection';
import type { FieldDescription } from '../../resources';

/** A feature as the table of types shows it. */
export interface ShownFeature {
  readonly name: string;
  /** The one that counts; undefined where it is not known. */
  readonly type: FeatureType | undefined;
  /** Set by hand. */
  readonly override: FeatureType | undefined;
  readonly found: FeatureType | undefined;
  readonly evidence: string;
  /** All features are meant, so that no single one can be changed. */
  readonly isListed: boolean;
}

/** The chosen features, or all that would be judged; variables stand for what is not known here. */
export function shownFeatures(chosen: readonly FeatureSpec[], fields: readonly FieldDescription[]): ShownFeature[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  if (chosen.length === 0) {
    return fields
      .filter(({ type, identifier }) => type !== 'time' && !identifier)
      .map((field) => show(field.name, field, undefined, false));
  }
  return chosen
    .filter(({ name }) => name !== '' && !name.startsWith('$'))
    .map(({ name, field, type }) => show(name, byName.get(field ?? name), type, true));
}

function show(
  name: string,
  field: FieldDescription | undefined,
  override: FeatureType | undefined,
  isListed: boolean
): ShownFeature {
  const found = field === undefined || field.type === 'time' ? undefined : field.type;
  return { name, type: override ?? found, override, found, evidence: field?.evidence ?? '', isListed };
}
