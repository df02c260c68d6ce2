import type { Categories } from '../../distribution/Distribution';
import { MOST_CODES } from '../../distribution/inferType';
import type { FeatureSpec, Selection } from '../../query/selection';
import type {
  DistributionCell,
  DistributionRequest,
  FieldDescription,
  Plan,
  Source,
  SourceHealth,
  TypedFeature,
} from '../../sources/Source';
import { SourceError } from '../../sources/SourceError';
import type { Profile, ProfileColumn } from './profileSchema';
import { restoreDistribution } from './storeDistribution';
import { restoreText } from './storeText';

/** The distributions of a stored baseline. It has no rows, no time and no segments: it is one sample. */
export class ProfileSource implements Source {
  constructor(
    private readonly id: string,
    private readonly profile: Profile
  ) {}

  fieldNames(): Promise<readonly string[]> {
    return Promise.resolve(this.profile.columns.map(({ name }) => name));
  }

  describe({ features = [] }: Selection): Promise<FieldDescription[]> {
    const asked = features.map((feature) => ({ ...this.column(feature), name: feature.field ?? feature.name }));
    const columns = features.length === 0 ? this.profile.columns : asked;
    return Promise.resolve(
      columns.map((column) => ({
        ...{ name: column.name, type: column.type, evidence: column.evidence, identifier: column.identifier },
        ...(column.uncountable && { uncountable: column.uncountable }),
        ...(column.misreading !== undefined && { misreading: column.misreading }),
        ...(isUnusable(column) && { unusable: true as const }),
      }))
    );
  }

  timeBounds(): Promise<null> {
    return Promise.resolve(null);
  }

  plan({ features }: DistributionRequest): Plan {
    return {
      description: {
        requests: 0,
        summary: `The profile "${this.id}" of ${this.profile.source.name} is read`,
        steps: features.map(({ name }) => name),
      },
      execute: () => Promise.resolve({ cells: features.map((feature) => this.cell(feature)), notices: [] }),
    };
  }

  planMeasures(): never {
    throw this.failure('has no rows to count over time: choose a baseline of past windows');
  }

  check(): Promise<SourceHealth> {
    return Promise.resolve({ ok: true, message: `The profile "${this.id}" can be read.` });
  }

  private cell(feature: TypedFeature): DistributionCell {
    const column = this.column(feature);
    const { type, distribution, evidence, uncountable, refuse_iid: refuseIid } = column;
    const counted = feature.tolerant === true ? countedOnly(column, feature) : null;
    if (counted !== null) {
      return { window: 0, segment: {}, feature: feature.name, distribution: counted };
    }
    if (distribution === undefined) {
      throw this.failure(
        `keeps no distribution of "${feature.name}", which ${uncountable ? `can't be counted (${evidence})` : type === 'time' ? 'is a time' : 'is an identifier'}: leave it out`
      );
    }
    const isNumber = distribution.kind === 'histogram';
    const wantsNumber = feature.type === 'numeric' || feature.type === 'text';
    if (isNumber !== wantsNumber || (isNumber && type !== feature.type)) {
      throw this.failure(
        `holds "${feature.name}" as ${type}, and it is asked for as ${feature.type}: give it the type ${type}, or write the profile again with --types`
      );
    }
    return {
      window: 0,
      segment: {},
      feature: feature.name,
      distribution: restoreDistribution(distribution),
      ...(refuseIid !== undefined && { refuseIid }),
    };
  }

  /** By the feature's name, or else by its field's. */
  private column({ name, field }: FeatureSpec): ProfileColumn {
    const { columns } = this.profile;
    const found = columns.find((column) => column.name === name) ?? columns.find((column) => column.name === field);
    if (found === undefined) {
      const names = columns.slice(0, 12).map((column) => column.name);
      throw this.failure(`has no "${name}": it has ${names.join(', ')}${columns.length > names.length ? ', …' : ''}`);
    }
    return found;
  }

  private failure(what: string): SourceError {
    return new SourceError(`The profile "${this.id}" ${what}.`, { status: 422, side: 'downstream' });
  }
}

/** Misread, and of too many different values to be categories all the same, as `inferType` says of rows. */
function isUnusable({ misreading, distribution }: ProfileColumn): boolean {
  return (
    misreading !== undefined &&
    distribution?.kind === 'categories' &&
    (distribution.categories.length > MOST_CODES || distribution.rest > 0)
  );
}

/**
 * For checks, what is known of a column without its values: the words and forms of texts, and how many rows have a value
 * of an identifier. Null where there is a distribution of them.
 */
function countedOnly({ type, distribution, counts, text }: ProfileColumn, feature: TypedFeature): Categories | null {
  const known = type === 'text' && feature.type === 'categorical' ? distribution?.counts : counts;
  if (known === undefined) {
    return null;
  }
  const rest = Math.max(0, known.total - known.missing - known.nan);
  const kept = text === undefined ? {} : { text: restoreText(text, rest) };
  return { kind: 'categories', counts: known, byCategory: new Map(), rest, guarantee: 'exact', ...kept };
}
