import { evaluate } from '../../src/evaluate/evaluate';
import type { VersionsResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import type { TimeRange } from '../../src/query/time';
import { connectionsTo } from './support/drift';
import { FEBRUARY, JULY } from './support/periods';
import { END, MINUTE, SCRAPE, START, times } from './support/recent';
import { remoteWrite } from './support/remoteWrite';
import { testServers } from './support/servers';

/** Whole windows of five minutes. */
const FROM = Math.ceil(START / (5 * MINUTE)) * 5 * MINUTE;
const TO = Math.floor(END / (5 * MINUTE)) * 5 * MINUTE;
const CANARY = FROM + 10 * MINUTE;
const TAKEOVER = FROM + 20 * MINUTE;

async function versions(url: string, query: object, range: TimeRange): Promise<VersionsResult> {
  const parsed = parseQuery({ kind: 'versions', current: { connection: 'metrics' }, ...query });
  const result = await evaluate(parsed, { range, now: range.to, connections: connectionsTo(url) });
  if (result.kind !== 'versions') {
    throw new Error(result.kind);
  }
  return result;
}

/** A counter that grows by so many a scrape as the time says. */
function counted(labels: Record<string, string>, rate: (time: number) => number) {
  let value = 0;
  return {
    labels: { __name__: 'served_total', ...labels },
    samples: times.map((time) => ({ time, value: (value += time === times[0] ? 0 : rate(time)) })),
  };
}

describe.each(testServers())('versions of $name', ({ url }) => {
  beforeAll(() =>
    remoteWrite(url, [
      counted({ version: '1', model: 'a' }, (time) => (time <= CANARY ? 20 : time <= TAKEOVER ? 18 : 1)),
      // It is there from the beginning, and counts nothing until it is a canary.
      counted({ version: '2', model: 'a' }, (time) => (time <= CANARY ? 0 : time <= TAKEOVER ? 2 : 19)),
      counted({ version: '1', model: 'b' }, () => 20),
    ])
  );

  it('finds the canary and the takeover, in the model where they were', async () => {
    const query = {
      window: '5m',
      feature: { name: 'version', metric: 'served_total', label: 'version' },
      segmentBy: ['model'],
    };
    const { traces, notices } = await versions(url, query, { from: FROM, to: TO });
    const [a, b] = ['a', 'b'].map((model) => traces.find(({ segment }) => segment.model === model));
    expect(a?.changes.map(({ kind, version, time }) => [kind, version, (time - FROM) / MINUTE])).toEqual([
      ['started', '2', 10],
      ['took_over', '2', 20],
    ]);
    expect(b?.changes).toEqual([]);
    const during = a?.windows.find(({ window }) => window.from === CANARY);
    const [one, two] = ['1', '2'].map((version) => during?.byVersion.get(version) ?? 0);
    expect(two / (one + two)).toBeCloseTo(0.1, 2);
    expect(one + two).toBeCloseTo(20 * ((5 * MINUTE) / SCRAPE), -2);
    expect(notices).toEqual([]);
  });

  it.each([
    ['a counter', 'flight_predictions_total'],
    ['the observations of a histogram', 'flight_distance_miles'],
  ])('counts calls by %s', async (_, metric) => {
    const query = { window: '1d', feature: { name: 'version', metric, label: 'version' } };
    const { traces } = await versions(url, query, { from: FEBRUARY.from, to: JULY.to });
    const changes = traces[0].changes.map(({ kind, version, time }) => [
      new Date(time).toISOString().slice(0, 10),
      kind,
      version,
    ]);
    expect(changes).toEqual(
      expect.arrayContaining([
        ['2013-07-01', 'started', '2'],
        ['2013-07-01', 'took_over', '2'],
      ])
    );
    const [active] = traces[0].versions;
    expect(active).toMatchObject({ version: '2', share: 1 });
  });

  it('says that no series carries the label', async () => {
    const query = { window: '5m', feature: { name: 'release', metric: 'served_total', label: 'release' } };
    const { notices } = await versions(url, query, { from: FROM, to: TO });
    expect(notices.join('\n')).toMatch(/No call in this time range carries a release/);
  });
});
