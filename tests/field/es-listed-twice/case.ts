import { countOf } from '../support/countOf';
import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { totalsOf, volumeOf } from '../support/read';

const index = 'field-twice,field-twice-alias,field-twi*';
const current = { index, timeField: 'at' };

/** An index by its name, by an alias of it, and by a pattern: its documents count once. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#926, #17438',
  async make(store) {
    const documents = twentyDays((i) => ({ x: i % 40 }));
    await store.index('field-twice', { at: { type: 'date' }, x: { type: 'integer' } }, documents);
    await store.call('PUT', '/field-twice/_alias/field-twice-alias');
  },
  asks: [
    {
      what: 'compares each document once',
      query: { kind: 'drift', current: { ...current, features: [{ name: 'x' }] }, baseline: TEN_DAYS_BEFORE },
      right: (answer) => expect(Object.values(totalsOf(answer))).toEqual([1000]),
    },
    {
      what: 'counts each document once',
      query: countOf(current),
      right: (answer) => expect(volumeOf(answer, 'n').map(([value]) => value)).toEqual([1000]),
    },
  ],
};
