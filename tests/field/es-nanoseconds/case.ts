import { countOf } from '../support/countOf';
import { DAY, type FieldCase, START, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf, verdictsOf, volumeOf } from '../support/read';

const of = (i: number, isLater: boolean) => ({ x: (i % 40) + (isLater ? 10 : 0) });
const properties = (type: string) => ({ at: { type }, x: { type: 'integer' } });
const single = { index: 'field-nanos', timeField: 'at' };
const both = { ...single, index: 'field-nanos-both-*' };

/** Times of a nanosecond's resolution, whose range begins in 1970, and beside them an index with those of a millisecond. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#40699, #31424, #246006',
  async make(store) {
    const documents = twentyDays(of);
    await store.index('field-nanos', properties('date_nanos'), documents);
    await store.index('field-nanos-both-1', properties('date_nanos'), documents.slice(0, 1500));
    await store.index('field-nanos-both-2', properties('date'), documents.slice(1500));
  },
  asks: [single, both].flatMap((current) => [
    {
      what: `compares ${current.index}`,
      query: { kind: 'drift', current: { ...current, features: [{ name: 'x' }] }, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        expect(verdictsOf(answer)).toEqual({ x: 'drift' });
        expect(currentOf(answer, 'x').counts.total).toBe(1000);
      },
    },
    {
      what: `says that ${current.index} holds no time before 1970`,
      query: {
        kind: 'drift',
        current: { ...current, features: [{ name: 'x' }] },
        baseline: { kind: 'window', from: '1965-01-01T00:00:00Z', to: new Date(START + 10 * DAY).toISOString() },
      },
      right: ({ error }) => expect(error).toMatch(/1965-01-01T00:00:00Z\] is before the epoch in 1970/),
    },
    {
      what: `counts ${current.index} by days`,
      query: { ...countOf(current), window: '5d' },
      right: (answer) => expect(volumeOf(answer, 'n').map(([value]) => value)).toEqual([500, 500]),
    },
  ]),
};
