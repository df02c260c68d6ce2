import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { findingsOf, resultOf } from '../support/read';

const cities = ['Oslo', 'Rome'];
const lower = { type: 'keyword', normalizer: 'folded' };
const keyword = { type: 'keyword' };
const settings = { analysis: { normalizer: { folded: { type: 'custom', filter: ['lowercase'] } } } };
const selection = (name: string) => ({ index: 'field-folded', timeField: 'at', features: [{ name }] });

/** Half of a thousand later values are in capitals; one of the two keyword fields below each text is folded. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#24152, #18064, open-metadata/OpenMetadata#20734',
  async make(store) {
    const properties = {
      at: { type: 'date' },
      city: { type: 'text', fields: { lower, keyword } },
      town: { type: 'text', fields: { folded: lower, raw: keyword } },
    };
    const documents = twentyDays((i, isLater) => {
      const city = cities[i % 2];
      const written = isLater && i % 4 < 2 ? city.toUpperCase() : city;
      return { city: written, town: written };
    });
    await store.index('field-folded', properties, documents, settings);
  },
  asks: [
    ...[
      ['city', 'city.keyword'],
      ['town', 'town.raw'],
    ].flatMap(([name, counted]) => [
      {
        what: `counts ${counted}, and says so`,
        query: { kind: 'drift', current: selection(name), baseline: TEN_DAYS_BEFORE },
        right: (answer: Parameters<FieldCase['asks'][0]['right']>[0]) => {
          const [{ verdict, tests }] = resultOf(answer, 'drift').verdicts;
          const moved = tests.find(({ test }) => test === 'total_variation')?.statistic;
          expect([verdict, moved]).toEqual(['drift', 0.5]);
          expect(answer.notices).toContain(`${name} by ${counted} (and not`);
        },
      },
      {
        what: `finds the change of spelling in ${name}`,
        query: { kind: 'quality', current: selection(name), baseline: TEN_DAYS_BEFORE },
        right: (answer: Parameters<FieldCase['asks'][0]['right']>[0]) =>
          expect(findingsOf(answer)[name]).toEqual(['spelling_changed']),
      },
    ]),
  ],
};
