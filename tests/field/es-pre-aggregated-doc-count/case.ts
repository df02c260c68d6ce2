import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { resultOf, verdictsOf, volumeOf } from '../support/read';

const current = { index: 'field-doc-count', timeField: 'at' };

/** A thousand documents in ten days stand for 15,000 predictions, half of each label: 250 × 30 and 750 × 10. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#64503, #74671, opensearch-project/documentation-website#829',
  async make(store) {
    const documents = twentyDays((i) => {
      const isLate = i % 4 === 0;
      return { label: isLate ? 'late' : 'ok', x: i % 50, _doc_count: isLate ? 30 : 10 };
    });
    const properties = { at: { type: 'date' }, label: { type: 'keyword' }, x: { type: 'integer' } };
    await store.index('field-doc-count', properties, documents);
  },
  asks: [
    {
      what: 'weights totals as it weights buckets, and says so',
      query: {
        kind: 'drift',
        current: { ...current, features: [{ name: 'label' }, { name: 'x' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => {
        const [{ comparison, pAdjusted }] = resultOf(answer, 'drift').verdicts;
        expect(comparison.current).toMatchObject({
          counts: { total: 15_000, missing: 0 },
          byCategory: new Map([
            ['late', 7500],
            ['ok', 7500],
          ]),
          rest: 0,
        });
        expect(pAdjusted).toBeGreaterThan(0.9);
        expect(verdictsOf(answer)).toEqual({ label: 'no_drift', x: 'no_drift' });
        expect(answer.notices).toMatch(/_doc_count/);
      },
    },
    {
      what: 'has shares of a half',
      query: { kind: 'versions', window: '1d', current, feature: { name: 'label' } },
      right: (answer) => {
        const [{ versions }] = resultOf(answer, 'versions').traces;
        expect(versions.map(({ version, share }) => [version, share]).sort()).toEqual([
          ['late', 0.5],
          ['ok', 0.5],
        ]);
      },
    },
    {
      what: 'counts documents and their values alike',
      query: {
        kind: 'volume',
        window: '5d',
        current,
        measures: [
          { name: 'n', aggregate: 'count' },
          { name: 'k', aggregate: 'count', field: 'label' },
        ],
        baseline: { kind: 'previous', offset: '5d' },
      },
      right: (answer) => {
        const [n, k] = ['n', 'k'].map((name) => volumeOf(answer, name));
        expect([n[0][0], k]).toEqual([7500, n]);
      },
    },
  ],
};
