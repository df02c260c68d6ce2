import { asksOfFive } from '../support/asksOfFive';
import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf, verdictsOf, volumeOf } from '../support/read';

const current = { index: 'field-unsigned', timeField: 'at' };
const HUGE = 18_446_744_073_709_551_000n;
const id = (i: number) => String(HUGE + BigInt(i % 5));

/** Whole numbers up to 2^64, of which doubles hold none exactly, and beside them an index that maps the same as `long`. */
export const fieldCase: FieldCase = {
  reports: 'opensearch-project/OpenSearch#2083, #19365, elastic/elasticsearch#63904, elastic/kibana#40183',
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
    ...asksOfFive(current, id),
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
