import type { QueryDraft } from '../ModelwatchQuery';

export interface QueryExample {
  readonly title: string;
  readonly purpose: string;
  readonly query: QueryDraft;
}

/** Questions that people begin with. Where the data are is picked afterwards: it is kept of the query that is there. */
export const QUERY_EXAMPLES: readonly QueryExample[] = [
  {
    title: 'What drifted against last week?',
    purpose: 'A verdict for each feature, with the effect and how sure it is; for the Drift panel and for tables.',
    query: { kind: 'drift', format: 'table', window: 'range', baseline: { kind: 'previous', offset: '7d' } },
  },
  {
    title: 'Since when, day by day?',
    purpose: 'The same for each day, against the same weekdays of four weeks: a map of features by time.',
    query: {
      kind: 'drift',
      format: 'table',
      window: '1d',
      baseline: { kind: 'seasonal', period: '1w', count: 4 },
    },
  },
  {
    title: 'How did a distribution change?',
    purpose: 'Both distributions of each feature, for the Distribution panel.',
    query: { kind: 'distribution', format: 'table', window: 'range', baseline: { kind: 'previous', offset: '7d' } },
  },
  {
    title: 'Are the data whole?',
    purpose: 'Missing, mistyped, infinite and impossible values, columns that came, went or were renamed.',
    query: { kind: 'quality', format: 'table', window: 'range', baseline: { kind: 'previous', offset: '7d' } },
  },
  {
    title: 'Do as many predictions come as last week?',
    purpose:
      'Calls by the hour beside the same hour of last week. Over Prometheus name a counter instead of the count.',
    query: {
      kind: 'volume',
      format: 'timeseries',
      window: '1h',
      measures: [{ name: 'predictions', aggregate: 'count' }],
      baseline: { kind: 'previous', offset: '1w' },
    },
  },
  {
    title: 'Where does it come from?',
    purpose: 'Candidate causes of the drift of the feature that drifted most: slices, mix, versions, units.',
    query: { kind: 'explain', format: 'table', window: 'range', baseline: { kind: 'previous', offset: '7d' } },
  },
  {
    title: 'When did it change?',
    purpose: 'Change points of each feature: its mean, its spread, the shares of its categories, day by day.',
    query: { kind: 'change', format: 'table', window: '1d' },
  },
];
