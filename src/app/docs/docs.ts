/** A page of the documentation that comes with the bundle, under docs/. */
export interface Doc {
  readonly name: string;
  readonly title: string;
}

/** In the order in which people want them. */
export const DOCS_PAGES: readonly Doc[] = [
  { name: 'install', title: 'Installation and first steps' },
  { name: 'query-editor', title: 'Queries and the editor' },
  { name: 'configuration', title: 'Data sources and connections' },
  { name: 'dashboards', title: 'Dashboards' },
  { name: 'alerting', title: 'Alert rules and messages' },
  { name: 'on-call', title: 'What to do when a model drifts' },
  { name: 'statistics', title: 'How verdicts are made' },
  { name: 'time', title: 'Drift over time' },
  { name: 'performance', title: 'Model performance and late labels' },
  { name: 'quality', title: 'Checks of data and predictions' },
  { name: 'volume', title: 'Volume and service figures' },
  { name: 'explain', title: 'Causes of drift' },
  { name: 'change', title: 'Change points' },
  { name: 'versions', title: 'Model versions' },
  { name: 'files', title: 'Files' },
  { name: 'prometheus', title: 'Prometheus' },
  { name: 'elasticsearch', title: 'Elasticsearch and OpenSearch' },
  { name: 'limits', title: 'What a store can’t tell' },
  { name: 'logging', title: 'What a model should log' },
  { name: 'profiles', title: 'Baselines without rows' },
  { name: 'registry', title: 'Baselines from a model registry' },
  { name: 'parity', title: 'Training against serving' },
  { name: 'reliability', title: 'What happens when something fails' },
  { name: 'threat-model', title: 'Who may do what' },
  { name: 'statistics-references', title: 'References' },
];
