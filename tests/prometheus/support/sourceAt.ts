import { prometheusConnectionSchema } from '../../../src/sources/prometheus/connection';
import { PrometheusSource } from '../../../src/sources/prometheus/PrometheusSource';
import type { DistributionRequest, DistributionSet, TypedFeature } from '../../../src/sources/Source';
import type { TimeRange } from '../../../src/query/time';

export function sourceAt(url: string, more: Record<string, unknown> = {}): PrometheusSource {
  return new PrometheusSource(prometheusConnectionSchema.parse({ type: 'prometheus', url, ...more }), {
    name: 'metrics',
  });
}

export interface Asked {
  readonly features: ReadonlyArray<Partial<TypedFeature> & { name: string }>;
  readonly windows: readonly TimeRange[];
  readonly segmentBy?: readonly string[];
  readonly matchers?: string;
}

/** What a source answers; features are numeric where they name no label. */
export async function ask(source: PrometheusSource, asked: Asked): Promise<DistributionSet> {
  const plan = source.plan(requestOf(asked));
  if ('unsupported' in plan) {
    throw new Error(plan.unsupported);
  }
  return plan.execute({});
}

export function requestOf({ features, windows, segmentBy = [], matchers }: Asked): DistributionRequest {
  return {
    selection: { matchers },
    features: features.map((feature) => ({
      type: feature.label === undefined ? ('numeric' as const) : ('categorical' as const),
      ...feature,
    })),
    windows,
    segmentBy,
  };
}
