import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import { defaultQuery } from './defaultQuery';
import type { ModelwatchQuery } from './ModelwatchQuery';

/** Stretches of time in which a feature drifts, as regions on any dashboard's time series. */
export const annotationSupport: AnnotationSupport<ModelwatchQuery> = {
  getDefaultQuery: () => ({ ...defaultQuery(), format: 'annotations', window: '1d' }),
  prepareQuery: ({ target }: AnnotationQuery<ModelwatchQuery>): ModelwatchQuery | undefined =>
    target ? { ...target, kind: target.kind === 'versions' ? 'versions' : 'drift', format: 'annotations' } : undefined,
};
