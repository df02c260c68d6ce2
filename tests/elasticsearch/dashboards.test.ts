import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { Result } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { flightsBetween, linesOf } from '../quality/flights';
import { compareResults } from './support/compareResults';
import { type DashboardQuery, dashboardQueries } from './support/dashboardQueries';
import { flightMapping } from './support/flightMapping';
import { FEBRUARY, JULY } from './support/flights';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const DAY = 86_400_000;
/** Of so many flights one: every query is answered twice. */
const ONE_OF = 20;
const STORE = { connection: 'logs', index: 'shown-on-dashboards' };
const ROWS = { connection: 'files', path: 'flights.ndjson' };
/** OpenSearch counts as Elasticsearch does: of each kind of question the one with most features. */
const OF_OPENSEARCH = [
  'Flight delays: what drifted?: All features, whole time range A',
  'Flight delays: what drifted?: Drift by departure airport A',
  'Prediction checks: Largest deviations A',
  'Prediction checks: Data quality by day A',
  'Model overview: Active version A',
];
const all = dashboardQueries();
const asked = testServers().map((server) => {
  const queries = server.product === 'OpenSearch' ? all.filter(({ name }) => OF_OPENSEARCH.includes(name)) : all;
  return { ...server, queries };
});

let folder: string;
/** What the raw rows answer, each question once. */
const known = new Map<string, Promise<Result | Error>>();

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-dashboards-'));
  const stretches = [FEBRUARY, JULY].map(({ from, to }) => flightsBetween(from - DAY, to + DAY));
  const flights = (await Promise.all(stretches)).flat().filter((_, i) => i % ONE_OF === 0);
  fs.writeFileSync(path.join(folder, ROWS.path), linesOf(flights));
  // Of several widths on purpose: each is counted in its own way.
  const widths = { wind_speed_mph: { type: 'float' }, scheduled_minutes: { type: 'short' } };
  for (const { url } of asked) {
    await makeIndex(url, STORE.index, { ...flightMapping(flights), ...widths }, flights);
  }
}, 120_000);
afterAll(() => fs.rmSync(folder, { recursive: true }));

it('has the selection for OpenSearch among the queries', () => {
  expect(OF_OPENSEARCH.filter((name) => !all.some((query) => query.name === name))).toEqual([]);
  expect(all.length).toBeGreaterThan(20);
});

describe.each(asked)('$name', ({ url, queries }) => {
  it.each(queries)('answers as the raw rows do: $name', async (query) => {
    const connections = connectionsSchema.parse({
      logs: { type: 'elasticsearch', url },
      files: { type: 'file', folder },
    });
    const answer = ({ range, at }: DashboardQuery, place: Readonly<Record<string, string>>) =>
      evaluate(parseQuery(at(place)), { range, now: Date.now(), connections }).catch((error: Error) => error);
    const raw = known.get(query.name) ?? answer(query, ROWS);
    known.set(query.name, raw);
    const [counted, read] = [await answer(query, STORE), await raw];
    if (counted instanceof Error || read instanceof Error) {
      // The flights of these weeks may lack what a query asks for: then both say the same.
      expect(wordsOf(counted)).toEqual(wordsOf(read));
      // Empty, or too short for a season that change points are told beside.
      expect(wordsOf(read)).toMatch(/is empty|has to be seen 4 times/);
      return;
    }
    compareResults(counted, read);
  });
});

function wordsOf(outcome: Result | Error): string {
  return outcome instanceof Error
    ? outcome.message.replace(/shown-on-dashboards|flights\.ndjson/g, 'flights').replace(/Its rows are from .*/, '')
    : outcome.kind;
}
