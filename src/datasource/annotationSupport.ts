import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import { defaultQuery } from './defaultQuery';
import type { ModelwatchQuery } from './ModelwatchQuery';
import { formatsOf } from './queryKeys';

/** Stretches of time in which something is wrong, and changes of version, as regions on any dashboard's time series. */
export const annotationSupport: AnnotationSupport<ModelwatchQuery> = {
  getDefaultQuery: () => ({ ...defaultQuery(), format: 'annotations', window: '1d' }),
  prepareQuery: ({ target }: AnnotationQuery<ModelwatchQuery>): ModelwatchQuery | undefined =>
    target ? { ...target, kind: annotated(target.kind), format: 'annotations' } : undefined,
};

/** Distributions are no annotations: their verdicts are. */
function annotated(kind: ModelwatchQuery['kind'] = 'drift'): ModelwatchQuery['kind'] {
  return formatsOf(kind).includes('annotations') ? kind : 'drift';
}
