import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { resultOf } from '../support/read';

const current = { index: 'field-without-time', timeField: 'at' };
const said = /200 documents of "field-without-time" have no "at" that the store can read: they are in no window/;

/** One in ten documents writes a time that the mapping can't read, and keeps the document: no window holds it. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#21414, csirtgadgets/bearded-avenger#227',
  async make(store) {
    const documents = twentyDays((i) => ({ x: (i * 7) % 40, ...(i % 10 === 0 && { at: '29/02/2024 10:00' }) }));
    const at = { type: 'date', ignore_malformed: true };
    await store.index('field-without-time', { at, x: { type: 'integer' } }, documents);
  },
  asks: [
    ...[
      { kind: 'drift', current, baseline: TEN_DAYS_BEFORE },
      { kind: 'quality', current, baseline: TEN_DAYS_BEFORE },
      { kind: 'versions', window: '1d', current, feature: { name: 'x' } },
      {
        kind: 'volume',
        window: '5d',
        current,
        measures: [{ name: 'n', aggregate: 'count' }],
        baseline: { kind: 'previous', offset: '5d' },
      },
    ].map((query): FieldCase['asks'][0] => ({
      what: `says how many documents no window holds: ${query.kind}`,
      query,
      right: (answer) => expect(answer.notices).toMatch(said),
    })),
    {
      what: 'judges the others',
      query: { kind: 'drift', current, baseline: TEN_DAYS_BEFORE },
      right: (answer) => expect(resultOf(answer, 'drift').verdicts[0].comparison.current.counts.total).toBe(900),
    },
  ],
};
