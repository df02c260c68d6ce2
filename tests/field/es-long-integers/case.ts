import { asksOfFive } from '../support/asksOfFive';
import { type FieldCase, twentyDays } from '../support/FieldCase';

const current = { index: 'field-long-integers', timeField: 'at' };
const id = (i: number) => `90071992547409${90 + (i % 5)}`;

/** Five numbers beyond 2^53, of which doubles hold three: JSON parsers that read doubles make them one. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#40183, #10055, #7863, grafana/grafana#23408',
  async make(store) {
    const documents = twentyDays((i) => ({ x: (i * 7) % 40, id: id(i) }));
    await store.index(
      'field-long-integers',
      { at: { type: 'date' }, x: { type: 'integer' }, id: { type: 'long' } },
      documents
    );
  },
  asks: asksOfFive(current, id),
};
