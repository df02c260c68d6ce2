import type { Histogram, Samples } from '../../src/distribution/Distribution';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DriftResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { FEBRUARY, JULY } from './support/flights';
import { testServer, testServers } from './support/servers';
import { ask, makeIndex, sourceAt } from './support/store';

const features = [
  { name: 'distance_miles', type: 'numeric' as const },
  { name: 'temperature_f', type: 'numeric' as const },
  { name: 'carrier', type: 'categorical' as const },
];
const selection = { index: 'flights-three', timeField: 'time' };

describe('a random share of the documents', () => {
  const { url } = testServer('Elasticsearch');
  const sampled = (probability: number, seed?: number, more = {}) =>
    ask(sourceAt(url), { selection: { ...selection, sampling: { probability, seed } }, features, ...more });

  it('is counted as what it is: the numbers are those of the sample', async () => {
    const { cells, notices } = await sampled(0.1);
    const whole = await ask(sourceAt(url), { selection, features });
    cells.forEach(({ distribution: { counts, ...one } }, i) => {
      const { counts: all } = whole.cells[i].distribution;
      // Five standard deviations of a binomial number.
      expect(Math.abs(counts.total - all.total * 0.1)).toBeLessThan(5 * Math.sqrt(all.total * 0.09));
      expect(counts.missing).toBeLessThanOrEqual(counts.total);
      const values =
        one.kind === 'histogram'
          ? one.bins.reduce((sum, count) => sum + count, 0)
          : one.kind === 'categories' && [...one.byCategory.values()].reduce((sum, count) => sum + count, one.rest);
      expect(values).toBe(counts.total - counts.missing);
      expect('guarantee' in one && one.guarantee).toBe('exact');
    });
    expect(notices.join()).toMatch(/random 10% of the documents was counted \(seed 1\): .* those of the sample/);
  });

  it('is the same for the same seed, and another for another', async () => {
    const bins = async (seed: number) => ((await sampled(0.05, seed)).cells[0].distribution as Histogram).bins;
    const first = await bins(3);
    expect(await bins(3)).toEqual(first);
    expect(await bins(4)).not.toEqual(first);
  });

  it('tells windows and segments apart', async () => {
    const { cells } = await sampled(0.5, 1, { windows: [FEBRUARY, JULY], segmentBy: ['origin'] });
    expect(cells).toHaveLength(2 * 3 * features.length);
    const total = cells
      .filter(({ feature }) => feature === 'carrier')
      .map(({ distribution }) => distribution.counts.total);
    const all = await ask(sourceAt(url), { selection, features, windows: [FEBRUARY, JULY], segmentBy: ['origin'] });
    const whole = all.cells
      .filter(({ feature }) => feature === 'carrier')
      .map(({ distribution }) => distribution.counts.total);
    total.forEach((count, i) => expect(Math.abs(count - whole[i] / 2)).toBeLessThan(5 * Math.sqrt(whole[i] / 4)));
  });

  it('decides with the p-values of the sample: a smaller one is never surer', async () => {
    const connections = connectionsSchema.parse({ logs: { type: 'elasticsearch', url } });
    const iso = (time: number) => new Date(time).toISOString();
    const drift = async (sampling?: object) => {
      const query = parseQuery({
        kind: 'drift',
        current: { connection: 'logs', ...selection, features, ...(sampling && { sampling }) },
        baseline: { kind: 'window', from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) },
      });
      return (await evaluate(query, { range: JULY, now: JULY.to, connections })) as DriftResult;
    };
    const { verdicts, notices } = await drift({ probability: 0.02, seed: 5 });
    expect(notices.join()).toMatch(/random 2%/);
    const whole = await drift();
    verdicts.forEach(({ comparison, smallestDetectable }, i) => {
      const all = whole.verdicts[i];
      expect(comparison.current.counts.total).toBeLessThan(all.comparison.current.counts.total * 0.03);
      if (smallestDetectable !== null && all.smallestDetectable !== null) {
        expect(smallestDetectable).toBeGreaterThan(all.smallestDetectable);
      }
    });
    expect(verdicts.find(({ comparison }) => comparison.feature === 'temperature_f')?.verdict).toBe('drift');
  });

  it('is refused by OpenSearch, which says why', async () => {
    const other = { selection: { ...selection, sampling: { probability: 0.1 } }, features };
    await expect(ask(sourceAt(testServer('OpenSearch').url), other)).rejects.toThrow(
      /OpenSearch at .* has no random_sampler.*leave "sampling" out/
    );
  });
});

describe.each(testServers())('texts of $name', ({ url }) => {
  const words = (i: number) => (i % 10 === 0 ? '' : 'wörd '.repeat((i % 7) + 1).trim());
  const properties = { message: { type: 'text' }, where: { type: 'text', fields: { raw: { type: 'keyword' } } } };
  const text = [{ name: 'message', type: 'text' as const }];
  beforeAll(async () => {
    const documents = Array.from({ length: 2500 }, (_, i) => ({ message: words(i), where: i < 700 ? 'a' : 'b' }));
    await makeIndex(url, 'texts', properties, documents);
  });

  it('are read from all documents where they are few, and compared by their lengths as in files', async () => {
    const { cells, notices } = await ask(sourceAt(url), {
      selection: { index: 'texts', query: 'where:a' },
      features: text,
    });
    const lengths = Array.from({ length: 700 }, (_, i) => words(i).length).filter((length) => length > 0);
    const { sorted, counts } = cells[0].distribution as Samples;
    expect([...sorted]).toEqual(lengths.sort((a, b) => a - b));
    expect(counts).toMatchObject({ total: 700, missing: 70 });
    expect(notices).toEqual([expect.stringMatching(/from documents themselves, all 700, .*: message/)]);
  });

  it('are read from a seeded choice of a bounded number, in segments too, beside what is counted', async () => {
    const asked = (seed: number) =>
      ask(sourceAt(url), {
        selection: { index: 'texts', sampling: undefined, ...(seed > 1 && { sampling: { probability: 0.5, seed } }) },
        features: text,
        segmentBy: ['where'],
      });
    const { cells, notices } = await asked(1);
    expect(notices.join()).toMatch(/random choice of 2,000 out of 2,500 \(seed 1\)/);
    expect(cells.map(({ segment }) => segment.where).sort()).toEqual(['a', 'b']);
    expect(cells.reduce((sum, { distribution }) => sum + distribution.counts.total, 0)).toBe(2000);
    expect((await asked(1)).cells).toEqual(cells);
    const counted = await ask(sourceAt(url), {
      selection: { index: 'texts' },
      features: [...text, { name: 'where', type: 'categorical' as const }],
    });
    expect(counted.cells.map(({ feature, distribution }) => [feature, distribution.counts.total]).sort()).toEqual([
      ['message', 2000],
      ['where', 2500],
    ]);
  });

  it('say so in the plan', async () => {
    const { summary, steps } = await sourceAt(url).explain(
      { selection: { index: 'texts' }, features: text, windows: [null], segmentBy: [] },
      {}
    );
    expect(summary).toMatch(/documents are read for message alone/);
    expect(steps.join()).toMatch(/at most 2,000 documents of each window, chosen at random/);
  });
});
