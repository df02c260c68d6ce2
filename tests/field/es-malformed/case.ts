import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf, findingsOf } from '../support/read';

const current = { index: 'field-malformed', timeField: 'at' };
const types = ['categorical', 'numeric'] as const;

/** Codes 0 to 6 in an integer field that takes malformed values; of the later thousand 100 are the text "bad". */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#21414, elastic/elasticsearch#29494, #59946',
  async make(store) {
    const documents = twentyDays((i, isLater) => ({ code: isLater && i % 10 === 0 ? 'bad' : i % 7 }));
    const code = { type: 'integer', ignore_malformed: true };
    await store.index('field-malformed', { at: { type: 'date' }, code }, documents);
  },
  asks: types.flatMap((type) => [
    {
      what: `finds them whatever the type: ${type}`,
      query: {
        kind: 'quality',
        current: { ...current, features: [{ name: 'code', type }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => expect(findingsOf(answer)).toEqual({ code: ['mistyped'] }),
    },
    {
      what: `counts them as of the wrong type: ${type}`,
      query: { kind: 'drift', current: { ...current, features: [{ name: 'code', type }] }, baseline: TEN_DAYS_BEFORE },
      right: (answer) =>
        expect(currentOf(answer, 'code').counts).toMatchObject({ total: 1000, missing: 0, mistyped: 100 }),
    },
  ]),
};
