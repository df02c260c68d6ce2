import type { MissingTexts } from '../query/cellForms';
import type { FeatureType } from '../query/featureType';
import type { FeatureSpec } from '../query/selection';

/** Where a feature's values are, and which type it is given. */
export class OwnColumns {
  private readonly byName: ReadonlyMap<string, FeatureSpec>;

  constructor(features: readonly FeatureSpec[]) {
    this.byName = new Map(features.map((feature) => [feature.name, feature]));
  }

  fieldOf(name: string): string {
    return this.byName.get(name)?.field ?? name;
  }

  typeOf(name: string): FeatureType | undefined {
    const feature = this.byName.get(name);
    return feature?.type ?? feature?.expect?.type;
  }

  missingOf(name: string): MissingTexts | undefined {
    return this.byName.get(name)?.missing;
  }
}
