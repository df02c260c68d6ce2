/** Where things are in Grafana. */
export const START_PAGE = '/a/modelwatch-app';
export const DATASOURCE_PLUGIN_ID = 'modelwatch-datasource';
export const DEMO_DASHBOARD = '/d/modelwatch-flight-delays';
/** The data source that the bundle's dashboards ask; provisioning/ has it. */
export const DEMO_SOURCE = 'modelwatch-demo';
/** Grafana's page of the app, with its configuration. */
export const PLUGIN_PAGE = '/plugins/modelwatch-app';
export const DOCS = `${START_PAGE}/docs`;
export const NEW_ALERT_RULE = '/alerting/new/alerting';
/** The same form, filled in by its parameter `defaults`. */
export const NEW_ALERT_RULE_FORM = '/alerting/new';

export function datasourcePage(uid: string): string {
  return `/connections/datasources/edit/${uid}`;
}

/** Explore with a new query of a data source, over the last seven days, which a new query compares with the seven before. */
export function firstQuery(uid: string): string {
  const query = {
    refId: 'A',
    datasource: { uid, type: DATASOURCE_PLUGIN_ID },
    version: 1,
    kind: 'drift',
    format: 'table',
  };
  const panes = { first: { datasource: uid, queries: [query], range: { from: 'now-7d', to: 'now' } } };
  return `/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify(panes))}`;
}

/** A page of the documentation that comes with the bundle. */
export function docPage(name: string): string {
  return `${DOCS}/${name}`;
}

/** A dashboard of the bundle, and what it is for in a sentence. */
export interface BundledDashboard {
  readonly uid: string;
  readonly title: string;
  readonly purpose: string;
}

/** In the order in which people want them. */
export const DASHBOARDS: readonly BundledDashboard[] = [
  {
    uid: 'modelwatch-model-overview',
    title: 'Model overview',
    purpose: 'One model on one page: performance, active version, drift, prediction bias, volume, and recent events.',
  },
  {
    uid: 'modelwatch-model-performance',
    title: 'Model performance',
    purpose: 'How good predictions are once labels arrive: metrics, estimates, segments, and label delays.',
  },
  {
    uid: 'modelwatch-drift-explorer',
    title: 'Drift explorer',
    purpose: 'From the map of all features to a distribution, and on to the rows in Explore or Kibana.',
  },
  {
    uid: 'modelwatch-prediction-checks',
    title: 'Prediction checks',
    purpose: 'Prediction volume, data quality, and prediction bias.',
  },
  {
    uid: 'modelwatch-service-metrics',
    title: 'Service metrics',
    purpose: 'Calls, latency, errors, and log of a model server, compared with yesterday and last week.',
  },
  {
    uid: 'modelwatch-flight-delays',
    title: 'Flight delays: what drifted?',
    purpose: 'The demo: a year of flights, and how the inputs and predictions of a model drifted.',
  },
];
