import { countOf } from '../support/countOf';
import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf, verdictsOf, volumeOf } from '../support/read';

const current = { index: 'field-seconds-format', timeField: 'at' };

/** Times in seconds, and a field that reads them so: numbers in a range are read as milliseconds all the same. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#88048',
  async make(store) {
    const documents = twentyDays((i, isLater) => ({ x: (i % 40) + (isLater ? 10 : 0) })).map((one) => ({
      ...one,
      at: Math.floor((one as { at: number }).at / 1000),
    }));
    const properties = { at: { type: 'date', format: 'epoch_second' }, x: { type: 'integer' } };
    await store.index('field-seconds-format', properties, documents);
  },
  asks: [
    {
      what: 'compares the documents of the range',
      query: { kind: 'drift', current: { ...current, features: [{ name: 'x' }] }, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        expect(verdictsOf(answer)).toEqual({ x: 'drift' });
        expect(currentOf(answer, 'x').counts.total).toBe(1000);
      },
    },
    {
      what: 'counts them by days',
      query: { ...countOf(current), window: '5d' },
      right: (answer) => expect(volumeOf(answer, 'n').map(([value]) => value)).toEqual([500, 500]),
    },
    {
      what: 'checks them',
      query: { kind: 'quality', current: { ...current, features: [{ name: 'x' }] } },
      right: ({ error }) => expect(error).toBeUndefined(),
    },
  ],
};
