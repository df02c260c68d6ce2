import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf, totalsOf, verdictsOf, volumeOf } from '../support/read';

const current = { index: 'field-unsigned', timeField: 'at' };
const HUGE = 18_446_744_073_709_551_000n;
const id = (i: number) => String(HUGE + BigInt(i % 5));

/** Whole numbers up to 2^64, of which doubles hold none exactly, and beside them an index that maps the same as `long`. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#32434, #66055, opensearch-project/OpenSearch#2083, #5549',
  // The Elasticsearch of the tests has no unsigned_long.
  only: 'OpenSearch',
  async make(store) {
    const properties = {
      at: { type: 'date' },
      x: { type: 'integer' },
      id: { type: 'unsigned_long' },
      bytes: { type: 'unsigned_long' },
    };
    const of = (i: number, isLater: boolean) => ({ x: i % 40, id: id(i), bytes: (i % 50) + (isLater ? 20 : 0) });
    await store.index('field-unsigned', properties, twentyDays(of));
    await store.index('field-unsigned-both-1', properties, twentyDays(of));
    await store.index(
      'field-unsigned-both-2',
      { ...properties, bytes: { type: 'long' } },
      twentyDays((i) => ({ x: i % 40, bytes: 1 }))
    );
  },
  asks: [
    {
      what: 'has a category for each',
      query: {
        kind: 'drift',
        current: { ...current, features: [{ name: 'id', type: 'categorical' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) =>
        expect(currentOf(answer, 'id')).toMatchObject({
          rest: 0,
          byCategory: new Map([0, 1, 2, 3, 4].map((i) => [id(i), 200])),
        }),
    },
    {
      what: 'has a segment for each',
      query: {
        kind: 'drift',
        segmentBy: ['id'],
        current: { ...current, features: [{ name: 'x' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => expect(totalsOf(answer)).toEqual(Object.fromEntries([0, 1, 2, 3, 4].map((i) => [id(i), 200]))),
    },
    {
      what: 'compares numbers as numbers',
      query: { kind: 'drift', current: { ...current, features: [{ name: 'bytes' }] }, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        expect(verdictsOf(answer)).toEqual({ bytes: 'drift' });
        const { counts } = currentOf(answer, 'bytes');
        expect([counts.total, counts.missing, counts.mistyped]).toEqual([1000, 0, 0]);
      },
    },
    {
      what: 'adds them up',
      query: {
        kind: 'volume',
        window: 'range',
        current,
        measures: [
          { name: 'sum', aggregate: 'sum', field: 'bytes' },
          { name: 'max', aggregate: 'max', field: 'bytes' },
        ],
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => {
        expect(volumeOf(answer, 'sum').map(([value]) => value)).toEqual([1000 * (24.5 + 20)]);
        expect(volumeOf(answer, 'max').map(([value]) => value)).toEqual([69]);
      },
    },
    {
      what: 'leaves out what another index maps as long, and judges the others',
      query: { kind: 'drift', current: { ...current, index: 'field-unsigned-both-*' }, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        expect(Object.keys(verdictsOf(answer))).toContain('x');
        expect(answer.notices).toMatch(/bytes \(mapped differently: (unsigned_long|long) in .*(unsigned_long|long) in/);
      },
    },
  ],
};
