import type { Histogram } from '../../src/distribution/Distribution';
import { testServers } from './support/servers';
import { ask, makeIndex, sourceAt } from './support/store';

const DOCUMENTS = 6000;
/** Fields of 8, 4 and 2 bytes: a store that counts ranges by its index of points must not mix them up. */
const fields = {
  amount: { type: 'double' },
  ratio: { type: 'float' },
  pieces: { type: 'short' },
  views: { type: 'long' },
};
const documents = Array.from({ length: DOCUMENTS }, (_, i) => ({
  amount: (i % 57) / 100,
  ratio: (i % 31) / 4,
  pieces: i % 19,
  views: (i % 23) * 1e12,
}));

describe.each(testServers())('$name', ({ url }) => {
  it.each([[Object.keys(fields)], [Object.keys(fields).reverse()]])(
    'counts every value in its own bucket, of %s in one search',
    async (names) => {
      await makeIndex(url, 'widths', fields, documents);
      const features = names.map((name) => ({ name, type: 'numeric' as const }));
      const { cells } = await ask(sourceAt(url), { selection: { index: 'widths' }, features });
      cells.forEach(({ feature, distribution }) => {
        const { edges, bins } = distribution as Histogram;
        const values = documents.map((one) => one[feature as keyof typeof fields]);
        const counted = Array.from(bins, (_, i) => values.filter((x) => x >= edges[i] && x < edges[i + 1]).length);
        expect([feature, [...bins]]).toEqual([feature, counted]);
      });
    }
  );
});
