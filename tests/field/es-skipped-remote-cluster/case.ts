import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { totalsOf } from '../support/read';

const here = { index: 'field-remote-a', timeField: 'at', features: [{ name: 'x' }] };
const both = { ...here, index: 'field-remote-a,gone:field-remote-b' };

/** Half of the documents lie in a cluster that is gone and may be skipped. OpenSearch's tests take no remote cluster. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#118736, #14064, elastic/elasticsearch#82407, #84057',
  only: 'Elasticsearch',
  async make(store) {
    const documents = twentyDays((i) => ({ x: i % 40 }));
    const properties = { at: { type: 'date' }, x: { type: 'integer' } };
    await store.index('field-remote-a', properties, documents);
    await store.call('PUT', '/_cluster/settings', {
      persistent: { 'cluster.remote.gone.seeds': ['127.0.0.1:1'], 'cluster.remote.gone.skip_unavailable': true },
    });
  },
  asks: [
    { kind: 'drift', current: both, baseline: TEN_DAYS_BEFORE },
    { kind: 'quality', current: both, baseline: TEN_DAYS_BEFORE },
    {
      kind: 'volume',
      window: '5d',
      current: { index: both.index, timeField: 'at' },
      measures: [{ name: 'n', aggregate: 'count' }],
      baseline: { kind: 'previous', offset: '5d' },
    },
  ]
    .map((query): FieldCase['asks'][0] => ({
      what: `refuses what lacks a cluster, and names it: ${query.kind}`,
      query,
      right: ({ error }) => expect(error).toMatch(/gone:field-remote-b.*Unable to connect to \[gone\]/),
    }))
    .concat({
      what: 'counts what is here',
      query: { kind: 'drift', current: here, baseline: TEN_DAYS_BEFORE },
      right: (answer) => expect(totalsOf(answer)).toEqual({ '': 1000 }),
    }),
};
