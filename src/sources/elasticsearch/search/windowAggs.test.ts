/** @jest-environment node */
import type { StoreField } from '../fields/StoreField';
import { segmentBuckets } from './segmentBuckets';
import { windowAggs } from './windowAggs';

const counts = { range0: { range: { field: 'x', ranges: [{ to: 1 }, { from: 1 }] } } };
const origin: StoreField = {
  name: 'origin',
  kind: 'keyword',
  counted: 'origin',
  mapped: 'keyword',
  precision: 'double',
  coarse: false,
  absentIn: [],
};
const [first, second] = [
  { from: 0, to: 10 },
  { from: 10, to: 20 },
];

it.each([
  { what: 'all documents', segments: [], windows: [null] },
  { what: 'one window', segments: [], windows: [first] },
  { what: 'two windows', segments: [], windows: [first, second] },
  { what: 'segments', segments: [origin], windows: [first] },
])('never counts ranges at the top of a search, where OpenSearch miscounts: $what', ({ segments, windows }) => {
  expect(Object.keys(windowAggs(counts, segments, windows, 'time'))).not.toContain('range0');
});

it('finds the counts of a single window again', () => {
  const name = Object.keys(windowAggs(counts, [], [first], 'time'))[0];
  const answer = { total: 3, aggregations: { [name]: { doc_count: 3, range0: { buckets: [] } } } };
  expect(segmentBuckets(answer, [7], [], 'here')).toEqual({
    buckets: [{ window: 7, segment: {}, bucket: { doc_count: 3, range0: { buckets: [] } } }],
    isWeighted: false,
    several: new Set(),
  });
});

it('tells documents without a value apart, those with several, and those that stand for more than one', () => {
  const none = { doc_count: 2, range0: { buckets: [] } };
  const segment = (key: string) => ({ key, doc_count: 4, range0: { buckets: [] } });
  const everything = { doc_count: 9, segments: { buckets: [segment('a'), segment('b')] }, unsegmented: none };
  const answer = { total: 7, aggregations: { everything } };
  const { buckets, isWeighted, several } = segmentBuckets(answer, [0], [origin], 'here');
  expect(buckets.map(({ segment: { origin: name }, bucket }) => [name, bucket.doc_count])).toEqual([
    ['a', 4],
    ['b', 4],
    ['(missing)', 2],
  ]);
  expect([isWeighted, [...several]]).toEqual([true, ['origin']]);
});
