import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { ChangeResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { DEMO, JULY } from './support/flights';
import { testServers } from './support/servers';

const DAY = 86_400_000;

async function ask(url: string, query: object, range = JULY): Promise<ChangeResult> {
  const connections = connectionsSchema.parse({
    metrics: { type: 'prometheus', url },
    files: { type: 'file', folder: DEMO },
  });
  const result = await evaluate(parseQuery({ kind: 'change', ...query }), { range, now: range.to, connections });
  if (result.kind !== 'change') {
    throw new Error(result.kind);
  }
  return result;
}

describe.each(testServers())('$name', ({ url }) => {
  const predictions = { name: 'predictions', expr: 'sum(increase(flight_predictions_total[$__window]))', counts: true };

  it('says of a counter what the raw rows say', async () => {
    const counted = await ask(url, { current: { connection: 'metrics' }, measures: [predictions], window: '1d' });
    const rows = { connection: 'files', path: 'flights.parquet', timeField: 'time', query: 'model_version:2' };
    const raw = await ask(url, {
      current: rows,
      measures: [{ name: 'predictions', aggregate: 'count' }],
      window: '1d',
    });
    const told = ({ series }: ChangeResult) => series.map(({ changes }) => changes.map(({ window }) => window.from));
    expect(counted.series[0].values.filter((value) => value !== null).length).toBeGreaterThan(25);
    expect(told(counted)).toEqual(told(raw));
  });

  it('takes the time before the data for no value, and not for 0', async () => {
    const range = { from: JULY.from - 20 * DAY, to: JULY.to };
    const result = await ask(url, { current: { connection: 'metrics' }, measures: [predictions], window: '1d' }, range);
    const [{ values, changes }] = result.series;
    expect(values.slice(0, 19)).toEqual(new Array(19).fill(null));
    expect(changes.filter(({ window }) => window.from <= JULY.from + DAY)).toEqual([]);
    expect(result.notices.join()).toMatch(/windows have no value/);
  });

  it('reads histograms as features', async () => {
    const { series } = await ask(url, { current: { connection: 'metrics' }, window: '1d' });
    expect(series.length).toBeGreaterThan(2);
    expect(series.filter(({ undecided }) => undecided === null).length).toBeGreaterThan(0);
  });
});
