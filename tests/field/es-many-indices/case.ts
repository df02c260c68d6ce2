import { countOf } from '../support/countOf';
import { DAY, type FieldCase, START, TEN_DAYS_BEFORE } from '../support/FieldCase';
import { currentOf, verdictsOf, volumeOf } from '../support/read';

const LONG = 'predictions-of-a-model-with-a-long-name-'.repeat(5);
const names = Array.from({ length: 20 }, (_, day) => `field-many-${LONG}${String(day).padStart(2, '0')}`);
const current = { index: names.join(','), timeField: 'at' };

/** An index a day, listed by name: the list is longer than the line that a store takes in an address. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#282606, #119704, Graylog2/graylog2-server#13675',
  async make(store) {
    for (const [day, name] of names.entries()) {
      const documents = Array.from({ length: 50 }, (_, i) => ({
        at: START + day * DAY + i * 60_000,
        x: i + (day >= 10 ? 10 : 0),
      }));
      await store.index(name, { at: { type: 'date' }, x: { type: 'integer' } }, documents);
    }
  },
  asks: [
    {
      what: 'compares the documents of all',
      query: { kind: 'drift', current, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        expect(names.join(',').length).toBeGreaterThan(3500);
        expect(verdictsOf(answer)).toEqual({ x: 'drift' });
        expect(currentOf(answer, 'x').counts.total).toBe(500);
      },
    },
    {
      what: 'counts the documents of all',
      query: countOf(current),
      right: (answer) => expect(volumeOf(answer, 'n').map(([value]) => value)).toEqual([500]),
    },
    {
      what: 'says which index of the list is not there',
      query: {
        kind: 'drift',
        current: { ...current, index: `${current.index},field-many-gone` },
        baseline: TEN_DAYS_BEFORE,
      },
      right: ({ error }) => expect(error).toMatch(/no index .*field-many-gone/),
    },
  ],
};
