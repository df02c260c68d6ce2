import { type FieldCase, START, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { currentOf } from '../support/read';

const current = { index: 'field-updated', timeField: 'at' };

/** Predictions that are updated with their label, and some that are deleted: old versions still lie in the segments. */
export const fieldCase: FieldCase = {
  reports: 'elastic/elasticsearch#9818, grafana/grafana#36865',
  async make(store) {
    const properties = { at: { type: 'date' }, label: { type: 'keyword' }, x: { type: 'integer' } };
    await store.index('field-updated', properties, []);
    const write = (label: (i: number) => string | null) =>
      store.call(
        'POST',
        '/field-updated/_bulk?refresh=true',
        twentyDays((i) => ({ label: label(i), x: i % 40 })).flatMap((one, i) => [{ index: { _id: String(i) } }, one])
      );
    await write(() => null);
    await write((i) => (i % 4 === 0 ? 'late' : 'ok'));
    const gone = Array.from({ length: 100 }, (_, i) => ({ delete: { _id: String(1000 + 2 * i) } }));
    await store.call('POST', '/field-updated/_bulk?refresh=true', gone);
  },
  asks: [
    {
      what: 'counts the newest version of each document, and none that is gone',
      query: { kind: 'drift', current: { ...current, features: [{ name: 'label' }] }, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        expect(START).toBeLessThan(Date.now());
        expect(currentOf(answer, 'label')).toMatchObject({
          counts: { total: 900, missing: 0 },
          byCategory: new Map([
            ['ok', 700],
            ['late', 200],
          ]),
        });
      },
    },
  ],
};
