import { parseQuery } from '../query/parseQuery';
import { checkSampling } from './checkSampling';
import { connectionsSchema } from './connections';

const connections = connectionsSchema.parse({
  logs: { type: 'elasticsearch', url: 'http://127.0.0.1:9200' },
  files: { type: 'file', folder: '.' },
});
const sampling = { probability: 0.1 };
const week = { from: '2024-01-01T00:00:00Z', to: '2024-01-08T00:00:00Z' };
const check = (query: object) => () => checkSampling(parseQuery(query), connections);
const drift = (current: object, baseline: object = { kind: 'window', ...week }) =>
  check({ kind: 'drift', current, baseline });

it('lets a share be asked of an Elasticsearch', () => {
  expect(drift({ connection: 'logs', index: 'a', sampling })).not.toThrow();
  expect(
    drift({ connection: 'logs', index: 'a', sampling }, { kind: 'selection', connection: 'files', path: 'a.csv' })
  ).not.toThrow();
});

it('refuses it for what counts everything, and names the key', () => {
  expect(drift({ connection: 'files', path: 'a.csv', sampling })).toThrow(
    /"current\.sampling" is for Elasticsearch, and "files" is a connection of type file/
  );
  expect(
    drift({ connection: 'logs', index: 'a' }, { kind: 'selection', connection: 'files', path: 'a.csv', sampling })
  ).toThrow(/"baseline\.sampling" is for Elasticsearch/);
  const volume = {
    window: '1h',
    measures: [{ name: 'n', aggregate: 'count' }],
    baseline: { kind: 'previous', offset: '7d' },
  };
  expect(check({ kind: 'volume', current: { connection: 'logs', index: 'a', sampling }, ...volume })).toThrow(
    /does not go with the kind volume/
  );
});

it('refuses a share that is none', () => {
  expect(drift({ connection: 'logs', index: 'a', sampling: { probability: 0 } })).toThrow(/sampling/);
  expect(drift({ connection: 'logs', index: 'a', sampling: { probability: 0.7 } })).toThrow(/sampling/);
});
