import { connectionsSchema } from '../../src/evaluate/connections';
import { alarmRate, DAYS, EARLIEST, MOST, SPRING } from '../quality/alarmRate';
import { DEMO, flightsBetween } from '../quality/flights';
import { flightMapping } from './support/flightMapping';
import { testServer } from './support/servers';
import { call, makeIndex } from './support/store';

const { url } = testServer('Elasticsearch');
const INDEX = 'flights-spring';
/** Loading four months and counting them hour by hour takes its time on a machine of few cores. */
jest.setTimeout(540_000);

beforeAll(async () => {
  const rows = await flightsBetween(EARLIEST, SPRING.to);
  await makeIndex(url, INDEX, flightMapping(rows.slice(0, 100)), rows);
});

afterAll(() => call(url, 'DELETE', `/${INDEX}?ignore_unavailable=true`));

it('seldom alarms over the untouched weeks of March to May', async () => {
  const connections = connectionsSchema.parse({
    // A machine that does other things too may take its time.
    logs: { type: 'elasticsearch', url, timeout: '3m' },
    files: { type: 'file', folder: DEMO },
  });
  const { verdicts, alarms, atMost } = await alarmRate(
    { connection: 'logs', index: INDEX, timeField: 'time' },
    connections
  );
  expect(verdicts).toHaveLength(DAYS * new Set(verdicts.map(({ comparison }) => comparison.feature)).size);
  expect(atMost).toBeLessThanOrEqual(MOST);
  expect(alarms.filter(({ comparison }) => comparison.feature === 'model_version').length).toBeGreaterThan(0);
});
