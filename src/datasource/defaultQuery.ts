import { CoreApp } from '@grafana/data';
import type { QueryDraft } from './ModelwatchQuery';

/** What a new query asks: the last week against the week before, all features, as the place that asks can show it. */
export function defaultQuery(app?: CoreApp | string): QueryDraft {
  const isAlert = app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
  return {
    version: 1,
    kind: 'drift',
    format: isAlert ? 'alert' : 'table',
    current: {},
    baseline: { kind: 'previous', offset: '7d' },
    window: 'range',
    tests: 'auto',
  };
}
