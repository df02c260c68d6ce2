import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { QualityResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { describeFinding } from '../../src/verdict/quality/describeFinding';
import { ARRIVAL_FAULTS, logged } from '../quality/arrivalFaults';
import type { Row } from '../quality/faults';
import { flightsBetween } from '../quality/flights';
import { flightMapping } from './support/flightMapping';
import { testServer, testServers } from './support/servers';
import { makeIndex } from './support/store';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2013, 2, 26, 4);
const isBefore = ({ time }: Row) => Number(time) < FROM;

let rows: Row[];
beforeAll(async () => {
  // A few columns are enough: what the other tests look at is not looked at again.
  rows = logged(await flightsBetween(FROM - 28 * DAY, FROM + DAY)).map(
    ({ time, logged_at, carrier, distance_miles }) => ({ time, logged_at, carrier, distance_miles })
  );
}, 120_000);

/** Of the tests' Elasticsearch Painless is no part: how late documents come is told by OpenSearch, which has it. */
describe.each([testServer('OpenSearch')])('$name', ({ url }) => {
  const connections = connectionsSchema.parse({ logs: { type: 'elasticsearch', url } });
  const mapping = { ...flightMapping(rows ?? []), time: { type: 'date' }, logged_at: { type: 'date' } };

  beforeAll(() => makeIndex(url, 'arrival-before', mapping, rows.filter(isBefore)), 60_000);

  async function check(day: readonly Row[], more: object = {}): Promise<QualityResult> {
    await makeIndex(url, 'arrival-day', mapping, day);
    const query = parseQuery({
      kind: 'quality',
      timezone: 'America/New_York',
      current: { connection: 'logs', index: 'arrival-before,arrival-day', timeField: 'time' },
      baseline: { kind: 'seasonal', period: '1d', count: 28 },
      ...more,
    });
    const context = { range: { from: FROM, to: FROM + DAY }, now: FROM + 30 * DAY, connections };
    return (await evaluate(query, context)) as QualityResult;
  }

  const checkDay = (day: readonly Row[], arrival: object = {}) =>
    check(day, { arrival: { field: 'logged_at', ...arrival } });
  const foundIn = ({ verdicts }: QualityResult) =>
    verdicts.flatMap(({ comparison, findings }) =>
      findings.map((finding) => ({ feature: comparison.feature, finding }))
    );
  const day = () => rows.filter((row) => !isBefore(row));

  it('finds nothing where documents arrive as ever, and has the store tell how long they took', async () => {
    const result = await checkDay(day(), { maxDelay: '2m' });
    expect(foundIn(result)).toEqual([]);
    const delay = result.verdicts.find(({ comparison }) => comparison.feature === '(delay)');
    expect(delay?.comparison.current.kind).toBe('histogram');
    expect(delay?.comparison.current.counts).toMatchObject({ total: day().length, missing: 0 });
    expect(delay?.summaries.median.value).toBeCloseTo(7, 0);
    expect(delay?.summaries.maximum.value).toBeLessThan(73);
  });

  it.each(ARRIVAL_FAULTS)('names $name', async ({ inject, arrival, found, facts = {}, words }) => {
    const all = foundIn(await checkDay(inject(day()), arrival));
    expect(all.map(({ feature, finding }) => `${feature} ${finding.code}`).sort()).toEqual([...found].sort());
    expect(all[0].finding.facts).toMatchObject(facts);
    all.forEach(({ finding }) => expect(describeFinding(finding)).toMatch(words));
  });

  it('counts documents that took longer than allowed one by one, at the limit too', async () => {
    const limit = 65;
    const took = ({ time, logged_at: at }: Row) => (Number(at) - Number(time)) / 1000;
    const slow = day().filter((row) => took(row) > limit).length;
    expect(day().filter((row) => took(row) === limit).length + slow).toBeGreaterThan(0);
    const [only] = foundIn(await checkDay(day(), { maxDelay: `${limit}s` }));
    expect(only.finding).toMatchObject({ code: 'late', facts: { count: slow, total: day().length } });
  });

  it('takes neither a number nor an index without the field for a time of arrival', async () => {
    await expect(checkDay(day(), { field: 'distance_miles' })).rejects.toThrow(/"distance_miles".*holds no dates/);
    await makeIndex(url, 'arrival-day', { time: { type: 'date' } }, [{ time: FROM }]);
    const asked = { index: 'arrival-before,arrival-day', timeField: 'time', connection: 'logs' };
    const query = parseQuery({ kind: 'quality', current: asked, arrival: { field: 'logged_at' } });
    const context = { range: { from: FROM, to: FROM + DAY }, now: FROM + DAY, connections };
    const { verdicts } = (await evaluate(query, context)) as QualityResult;
    const delay = verdicts.find(({ comparison }) => comparison.feature === '(delay)');
    expect(delay?.unchecked).toEqual([{ check: 'arrival', reason: 'no row says when it arrived' }]);
  });
});

describe.each(testServers())('$name', ({ url, product }) => {
  it('tells since when no document comes without a script', async () => {
    const some = rows.filter(({ time }) => Number(time) < FROM + 22 * HOUR);
    await makeIndex(
      url,
      'arrival-stopped',
      { time: { type: 'date' }, carrier: { type: 'keyword' } },
      some.map(({ time, carrier }) => ({ time, carrier }))
    );
    const query = parseQuery({
      kind: 'quality',
      current: { index: 'arrival-stopped', timeField: 'time' },
      slice: 'none',
      baseline: { kind: 'seasonal', period: '1d', count: 28 },
    });
    const connections = connectionsSchema.parse({ logs: { type: 'elasticsearch', url } });
    const context = { range: { from: FROM, to: FROM + DAY }, now: FROM + 30 * DAY, connections };
    const { verdicts } = (await evaluate(query, context)) as QualityResult;
    const found = verdicts.flatMap(({ comparison, findings }) =>
      findings.map((one) => [comparison.feature, describeFinding(one)])
    );
    expect(found).toEqual([
      [
        '(rows)',
        expect.stringMatching(/^No data since 2013-03-27 01:\d\d UTC, for 2\.?\d* hours; at the end of 28 windows/),
      ],
    ]);
  });

  if (product === 'Elasticsearch') {
    it('checks everything else where the store runs no scripts, and says what to allow', async () => {
      await makeIndex(
        url,
        'arrival-day',
        { time: { type: 'date' }, logged_at: { type: 'date' }, carrier: { type: 'keyword' } },
        [
          { time: FROM, logged_at: FROM, carrier: null },
          { time: FROM, logged_at: FROM, carrier: 'UA' },
        ]
      );
      const features = [{ name: 'carrier', expect: { maxMissingRate: 0.1 } }];
      const current = { index: 'arrival-day', timeField: 'time', features };
      const query = parseQuery({ kind: 'quality', current, arrival: { field: 'logged_at', maxDelay: '1m' } });
      const connections = connectionsSchema.parse({ logs: { type: 'elasticsearch', url } });
      const context = { range: { from: FROM, to: FROM + DAY }, now: FROM + DAY, connections };
      const { verdicts } = (await evaluate(query, context)) as QualityResult;
      const of = (name: string) => verdicts.find(({ comparison }) => comparison.feature === name);
      expect(of('carrier')?.findings.map(({ code }) => code)).toEqual(['missing_above']);
      expect(of('(delay)')).toMatchObject({ severity: null, findings: [] });
      expect(of('(delay)')?.unchecked[0].reason).toMatch(
        /runs no scripts \("script_lang not supported.*script\.allowed_types/
      );
    });
  }
});
