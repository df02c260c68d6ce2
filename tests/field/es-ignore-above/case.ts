import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf, findingsOf } from '../support/read';

const keyword = { type: 'keyword', ignore_above: 20 };
const current = { index: 'field-ignore-above', timeField: 'at', features: [{ name: 'why' }] };

/** Of the later thousand texts 300 are too long for the keyword field below the text; none is missing. */
export const fieldCase: FieldCase = {
  reports: 'opensearch-project/OpenSearch#8641, elastic/elasticsearch#74228',
  async make(store) {
    const documents = twentyDays((i, isLater) => {
      const why = isLater && i % 10 < 3 ? `a reason that is too long ${i}` : ['low', 'high', 'odd'][i % 3];
      return { why, plain: why };
    });
    const properties = { at: { type: 'date' }, why: { type: 'text', fields: { keyword } }, plain: keyword };
    await store.index('field-ignore-above', properties, documents);
  },
  asks: [
    {
      what: 'counts what was too long as some other text, and nothing as missing',
      query: { kind: 'drift', current, baseline: TEN_DAYS_BEFORE },
      right: (answer) =>
        expect(currentOf(answer, 'why')).toMatchObject({ rest: 300, counts: { total: 1000, missing: 0, mistyped: 0 } }),
    },
    {
      what: 'finds no missing values',
      query: { kind: 'quality', current, baseline: TEN_DAYS_BEFORE },
      right: (answer) => expect(findingsOf(answer).why).not.toContain('missing_changed'),
    },
    {
      what: 'says on OpenSearch, where nothing else tells, that a keyword lost long texts',
      query: {
        kind: 'drift',
        current: { ...current, features: [{ name: 'plain' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => {
        const { counts } = currentOf(answer, 'plain');
        const isTold = counts.missing === 0 || /plain, mapped as keyword, counts as missing where/.test(answer.notices);
        expect(isTold).toBe(true);
      },
    },
  ],
};
