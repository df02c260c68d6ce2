import { existsSync } from 'node:fs';
import path from 'node:path';
import { evaluate } from '../evaluate/evaluate';
import { parseQuery } from '../query/parseQuery';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { oneOf, parseOptions } from './parseOptions';
import { FORMATS, report } from './report';
import { writeOut } from './writeOut';

const FILE = 'flights.parquet';
const JULY = { from: Date.parse('2013-07-01T04:00:00Z'), to: Date.parse('2013-08-01T04:00:00Z') };
const FEATURES = [
  ...['probability_late', 'prediction', 'airport_delay_minutes', 'carrier', 'destination', 'distance_miles', 'origin'],
  ...['precipitation_in', 'pressure_mbar', 'scheduled_hour', 'scheduled_minutes', 'temperature_f', 'visibility_miles'],
  'wind_speed_mph',
];

const IN_A_BROWSER = `The same in a browser, in a clone of the repository with Node 20 or newer:

  npm ci && npm start
`;

/**
 * `modelwatch demo`: the question of the demo's dashboard for July 2013, when most flights were late, against the months
 * that the model learnt from. Where the flights are not at hand it says how to get them.
 */
export async function demo(args: readonly string[]): Promise<ExitCode> {
  const { values } = parseOptions('demo', args, { format: { type: 'string', default: 'table' } });
  const format = oneOf('format', values.format, FORMATS);
  const folder = folderOfFlights();
  if (folder === undefined) {
    await writeOut(`The flights of the demo, demo/${FILE} in the repository, are not at hand.\n${IN_A_BROWSER}`);
    return ExitStatus.ok;
  }
  const query = parseQuery({
    kind: 'drift',
    current: { path: FILE, timeField: 'time', features: FEATURES.map((name) => ({ name })) },
    baseline: { kind: 'window', from: '2013-01-01T05:00:00Z', to: '2013-04-01T04:00:00Z' },
    timezone: 'America/New_York',
  });
  const connections = { flights: { type: 'file' as const, folder } };
  const result = await evaluate(query, { range: JULY, now: Date.now(), connections });
  if (format === 'table') {
    await writeOut(
      'A model that predicts late flights from New York: July 2013 against the months it learnt from.\n\n'
    );
  }
  const status = await report(result, { query, format, detail: false, failOnDrift: false, timed: true });
  if (format === 'table') {
    await writeOut(`\n${IN_A_BROWSER}`);
  }
  return status;
}

/** The folder named by the environment, the one below the working folder, or the one beside the built bundle. */
function folderOfFlights(): string | undefined {
  const beside = path.resolve(path.dirname(process.execPath), '..', 'demo');
  const places = [process.env.MODELWATCH_DEMO_DATA, path.resolve('demo'), beside];
  return places.find((place) => place !== undefined && existsSync(path.join(place, FILE)));
}
