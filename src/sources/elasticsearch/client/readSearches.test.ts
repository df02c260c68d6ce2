/** @jest-environment node */
import { SourceError } from '../../SourceError';
import { readSearches } from './readSearches';

const asked = { place: 'Elasticsearch at here', index: 'logs,other:logs' };
const whole = { timed_out: false, _shards: { total: 2, successful: 2, skipped: 1, failed: 0 }, hits: { total: 3 } };

function read(more: object): string {
  const [answer] = readSearches({ responses: [{ ...whole, ...more }] }, 1, asked);
  return answer instanceof SourceError ? answer.message : String(answer.total);
}

it('takes what every shard answered; those in which nothing can match are skipped, and lack nothing', () => {
  expect(read({})).toBe('3');
  expect(read({ num_reduce_phases: 2, _clusters: { total: 2, successful: 2, skipped: 0 } })).toBe('3');
});

it.each<[string, object, RegExp]>([
  [
    'a cluster that was skipped, in the words of Elasticsearch 8',
    {
      _clusters: {
        total: 2,
        successful: 1,
        skipped: 1,
        details: {
          '(local)': { status: 'successful' },
          other: { status: 'skipped', failures: [{ reason: { reason: 'Unable to connect to [other]' } }] },
        },
      },
    },
    /the cluster "other" is skipped \("Unable to connect to \[other\]"\)/,
  ],
  [
    'one in those of OpenSearch',
    { _clusters: { total: 2, successful: 1, skipped: 1 } },
    /1 of its 2 clusters was skipped/,
  ],
  ['a cluster that answers in part', { _clusters: { total: 2, successful: 1, partial: 1 } }, /1 of its 2 clusters/],
  [
    'a cluster that was late',
    { _clusters: { total: 1, successful: 1, details: { other: { status: 'successful', timed_out: true } } } },
    /the cluster "other" is late/,
  ],
  ['a search that was ended early', { terminated_early: true }, /ended a search .* early/],
  ['a search that was late', { timed_out: true }, /ran out of time/],
  ['shards that failed', { _shards: { total: 2, successful: 1, failed: 1 } }, /1 of 2 shards/],
  ['shards that say nothing', { _shards: { total: 3, successful: 2, failed: 0 } }, /1 of 3 shards/],
  ['no shards', { _shards: { total: 0, successful: 0, failed: 0 } }, /no index that/],
])('refuses %s', (_, more, words) => {
  expect(read(more)).toMatch(words);
});

it.each<[string, unknown]>([
  ['a text', 'x'],
  ['null', null],
  ['a list', []],
  ['hits that are a text', { ...whole, hits: 'x' }],
  ['a total that is a text', { ...whole, hits: { total: '3' } }],
  ['a total below 0', { ...whole, hits: { total: -1 } }],
  ['rows that are no list', { ...whole, hits: { total: 1, hits: {} } }],
  ['fields that are no lists', { ...whole, hits: { total: 1, hits: [{ fields: { x: 1 } }] } }],
  ['shards that are a number', { ...whole, _shards: 3 }],
  ['failures that are no list', { ...whole, _shards: { total: 2, failed: 1, failures: {} } }],
  ['clusters that are a text', { ...whole, _clusters: 'x' }],
  ['aggregations that are a list', { ...whole, aggregations: [] }],
  ['an aggregation that is a number', { ...whole, aggregations: { a: 1 } }],
  ['buckets that are a number', { ...whole, aggregations: { a: { buckets: 1 } } }],
  ['a bucket that is null', { ...whole, aggregations: { a: { buckets: [null] } } }],
  ['a bucket without a count', { ...whole, aggregations: { a: { buckets: [{ key: 1 }] } } }],
  ['a count that is a text', { ...whole, aggregations: { a: { buckets: [{ key: 1, doc_count: '1' }] } } }],
  ['a count below 0', { ...whole, aggregations: { a: { buckets: [{ key: 1, doc_count: -1 }] } } }],
  [
    'a figure that is a text',
    { ...whole, aggregations: { a: { buckets: { x: { doc_count: 1, b: { max: 'much' } } } } } },
  ],
])('is an error of the store where it answers with %s', (_, response) => {
  const [answer] = readSearches({ responses: [response] }, 1, asked);
  expect(answer).toBeInstanceOf(SourceError);
  expect((answer as SourceError).options).toMatchObject({ status: 502, side: 'downstream' });
});

it.each<[unknown]>([
  [{ root_cause: 'x', failed_shards: [null, { reason: null }, 1], caused_by: [1], reason: { a: 1 } }],
  [1],
  [{ type: 7, reason: null }],
])('reads an error whatever it holds: %j', (error) => {
  const [answer] = readSearches({ responses: [{ error, status: 500 }] }, 1, asked);
  expect(answer).toMatchObject({ options: { status: 502, side: 'downstream' } });
});
