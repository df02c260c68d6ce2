/** @jest-environment node */
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { probe } from './probe';

/** A store in which three of ten documents have no time that it can read. */
const client = () =>
  ({
    store: async () => ({ product: 'Elasticsearch' }),
    search: async () => [
      { total: 3, aggregations: {} },
      { total: 7, aggregations: { times: { value: 7 } } },
    ],
  }) as unknown as ElasticsearchClient;

const selection = { index: 'log', timeField: 'at', features: [] };

it.each([
  [{ from: 0, to: 1 }, '3 documents of "log" have no "at" that the store can read: they are in no window.'],
  // Without a range everything is one window, and they are in it.
  [
    null,
    '3 documents of "log" have no "at" that the store can read: they count in the whole, and in no window of time.',
  ],
])('says where documents without a time count, range %j', async (range, said) => {
  expect(await probe(client(), selection, [], range, {})).toEqual([said]);
});
