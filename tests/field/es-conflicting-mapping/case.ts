import { type FieldCase, TEN_DAYS_BEFORE, twentyDays } from '../support/FieldCase';
import { resultOf, verdictsOf } from '../support/read';

const current = { index: 'field-conflict-*', timeField: 'at' };
const keyword = { type: 'keyword' };
const text = { type: 'text', fields: { keyword } };

/** One index maps b, k and client otherwise than the next; x, a long and a double, goes together. It moved by ten of forty. */
export const fieldCase: FieldCase = {
  reports: 'elastic/kibana#26583, #12728, elastic/elasticsearch#22768, #129989, #72040',
  async make(store) {
    const documents = twentyDays((i, isLater) => ({
      b: i % 2 === 0 ? 'true' : 'false',
      k: 'abc'[i % 3],
      client: isLater && i % 100 === 0 ? 'unknown' : `10.0.0.${i % 5}`,
      x: (i % 40) + (isLater ? 10 : 0),
    }));
    const at = { type: 'date' };
    const first = { at, b: { type: 'boolean' }, k: keyword, client: { type: 'ip' }, x: { type: 'long' } };
    const second = { at, b: keyword, k: text, client: keyword, x: { type: 'double' } };
    await store.index('field-conflict-1', first, documents.slice(0, 1000));
    await store.index('field-conflict-2', second, documents.slice(1000));
  },
  asks: [
    {
      what: 'compares the others, and names what it leaves out',
      query: { kind: 'drift', current, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        expect(verdictsOf(answer)).toEqual({ x: 'drift' });
        expect(answer.notices).toMatch(/can't be counted: b \(.*boolean in field-conflict-1/);
        expect(answer.notices).toMatch(/client \(.*ip in field-conflict-1/);
        expect(answer.notices).toMatch(/k \(.*counted by "k\.keyword" in field-conflict-2/);
      },
    },
    {
      what: 'judges the others beside those that are listed and can not be',
      query: {
        kind: 'drift',
        current: { ...current, features: [{ name: 'x' }, { name: 'k' }, { name: 'client', type: 'categorical' }] },
        baseline: TEN_DAYS_BEFORE,
      },
      right: (answer) => {
        expect(verdictsOf(answer)).toEqual({ x: 'drift', k: 'undefined', client: 'undefined' });
        const { verdicts } = resultOf(answer, 'drift');
        expect(JSON.stringify(verdicts.map(({ reason }) => reason))).toMatch(/maps \\"client\\" differently/);
      },
    },
    ...['b', 'k', 'client'].map((name) => ({
      what: `says in its own words why ${name} alone can't be compared`,
      query: { kind: 'drift', current: { ...current, features: [{ name }] }, baseline: TEN_DAYS_BEFORE },
      right: ({ error }: { error?: string }) => {
        expect(error).toMatch(new RegExp(`maps "${name}" differently: .*choose indices in which it is one`));
        expect(error).not.toMatch(/fielddata|illegal length|ECONNRESET/i);
      },
    })),
    {
      what: 'checks the others too',
      query: { kind: 'quality', current, baseline: TEN_DAYS_BEFORE },
      right: (answer) => {
        expect(answer.error).toBeUndefined();
        expect(answer.notices).toMatch(/can't be counted: .*client/);
      },
    },
  ],
};
