import { type FieldCase, START, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';

const current = { index: 'field-seconds', timeField: 'at' };

/** Times written in seconds into a date that reads milliseconds: all documents lie in January 1970. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#10072, #14615',
  async make(store) {
    const documents = twentyDays((i) => ({ x: i % 40 })).map((one) => ({
      ...one,
      at: Math.floor((one as { at: number }).at / 1000),
    }));
    await store.index('field-seconds', { at: { type: 'date' }, x: { type: 'integer' } }, documents);
  },
  asks: [
    {
      what: 'says where the documents lie',
      query: { kind: 'drift', current: { ...current, features: [{ name: 'x' }] }, baseline: TEN_DAYS_BEFORE },
      right: ({ error }) => {
        expect(new Date(START / 1000).toISOString()).toMatch(/^1970-01-20/);
        expect(error).toMatch(/no rows.*from 1970-01-20/);
      },
    },
    {
      what: 'counts no day as 0 in silence',
      query: {
        kind: 'volume',
        window: '5d',
        current,
        measures: [{ name: 'n', aggregate: 'count' }],
        baseline: { kind: 'previous', offset: '5d' },
      },
      right: ({ notices, error }) => expect(`${notices} ${error ?? ''}`).toMatch(/1970-01-20/),
    },
  ],
};
