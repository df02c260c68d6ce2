import { countOf } from '../support/countOf';
import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { volumeOf } from '../support/read';

const current = { index: 'field-several-times', timeField: 'span' };
const said = /Documents of "field-several-times" hold several times in "span", and count in the window of each/;
const TWO_DAYS = 2 * 86_400_000;

/** A hundred reports a day, each with the begin and the end of what it tells of as one field: two days later. */
export const fieldCase: FieldCase = {
  reports: 'domainaware/parsedmarc#162, elastic/kibana#6245',
  async make(store) {
    const documents = twentyDays((i) => ({ x: i % 40 })).map((one) => {
      const { at } = one as { at: number };
      return { ...one, span: [at, at + TWO_DAYS] };
    });
    const properties = { at: { type: 'date' }, span: { type: 'date' }, x: { type: 'integer' } };
    await store.index('field-several-times', properties, documents);
  },
  asks: [
    {
      what: 'says that a document counts in the windows of both',
      query: countOf(current),
      right: (answer) => {
        // Those of the two days before, whose end lies in the range, count in it too.
        expect(volumeOf(answer, 'n').map(([value]) => value)).toEqual([1200]);
        expect(answer.notices).toMatch(said);
      },
    },
    {
      what: 'says it beside a comparison',
      query: { kind: 'drift', current: { ...current, features: [{ name: 'x' }] }, baseline: TEN_DAYS_BEFORE },
      right: ({ notices }) => expect(notices).toMatch(said),
    },
    {
      what: 'says it beside checks',
      query: { kind: 'quality', current: { ...current, features: [{ name: 'x' }] }, baseline: TEN_DAYS_BEFORE },
      right: ({ notices }) => expect(notices).toMatch(said),
    },
    {
      what: 'says nothing where each document holds one',
      query: {
        kind: 'drift',
        current: { ...current, timeField: 'at', features: [{ name: 'x' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: ({ notices }) => expect(notices).not.toMatch(/several times/),
    },
  ],
};
