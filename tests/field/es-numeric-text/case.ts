import { DAY, type FieldCase, LATER, START, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf, findingsOf, resultOf, verdictsOf } from '../support/read';

const current = { index: 'field-numeric-text', timeField: 'at' };

/** The same numbers as JSON numbers and as texts, which a dynamic mapping makes keywords: 2,000 different ones a side. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#3451, #3790, #3636, NannyML/nannyml#292',
  async make(store) {
    const documents = twentyDays((i, isLater) => {
      const x = ((i * 7919) % 2003) / 40 + (isLater ? 7 : 0);
      return {
        x,
        score: String(x),
        gaps: i % 20 === 0 ? 'NA' : String(x),
        count: String(((i * 31) % 60) + (isLater ? 12 : 0)),
        code: String(i % 7),
        zip: `0${1000 + (i % 300)}`,
        flag: i % 10 === 0 ? '?' : i % 3 === 0 ? 'true' : 'false',
        name: i % 40 === 0 ? 'NA' : `name ${i % 30}`,
      };
    }, 4000);
    await store.index('field-numeric-text', { at: { type: 'date' } }, documents);
  },
  asks: [
    {
      what: 'compares numbers as numbers, exactly, and says so; codes and names stay what they are',
      query: { kind: 'drift', current, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        const found = resultOf(answer, 'drift').verdicts;
        const types = Object.fromEntries(found.map(({ comparison: { feature, type } }) => [feature, type]));
        expect(types).toEqual({
          ...{ x: 'numeric', score: 'numeric', gaps: 'numeric', count: 'numeric' },
          ...{ code: 'categorical', zip: 'categorical', flag: 'boolean', name: 'categorical' },
        });
        expect(verdictsOf(answer)).toMatchObject({ x: 'drift', score: 'drift', count: 'drift', code: 'no_drift' });
        const ks = (name: string) =>
          found.find(({ comparison }) => comparison.feature === name)?.tests.find(({ test }) => test === 'ks');
        expect(ks('score')?.statistic).toBeCloseTo(ks('x')?.statistic ?? NaN, 2);
        expect(answer.notices).toMatch(/score holds numbers as texts \(score\.keyword, a keyword\): .* as numbers/);
        expect(answer.notices).toMatch(/gaps: "NA" read as missing/);
        expect(currentOf(answer, 'gaps').counts).toMatchObject({ total: 2000, missing: 100 });
        expect(currentOf(answer, 'flag').counts).toMatchObject({ total: 2000, missing: 200 });
        expect(currentOf(answer, 'name').counts).toMatchObject({ missing: 0 });
      },
    },
    {
      what: 'checks them as numbers',
      query: {
        kind: 'quality',
        checks: ['range', 'type'],
        current: { ...current, features: [{ name: 'score', expect: { max: 50.075 } }] },
        baseline: TEN_DAYS_BEFORE,
      },
      range: LATER,
      right: (answer) => expect(findingsOf(answer).score).toEqual(['outside_range']),
    },
    {
      what: 'says where a text is no number, whose type was given',
      query: {
        kind: 'drift',
        current: { ...current, features: [{ name: 'name', type: 'numeric' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      range: { from: START + 10 * DAY, to: START + 20 * DAY },
      right: ({ error }) => expect(error).toMatch(/holds no numbers: make the feature categorical/),
    },
  ],
};
