import { BaselineCache } from '../../src/baseline/BaselineCache';
import { evaluate } from '../../src/evaluate/evaluate';
import { connectionsSchema } from '../../src/evaluate/connections';
import type { QualityResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { FAULTS, type Row } from '../quality/faults';
import { DEMO, flightsBetween, linesOf } from '../quality/flights';
import { flightMapping } from './support/flightMapping';
import { FEBRUARY, JULY } from './support/flights';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Tuesday in New York, with the weeks of February before it. */
const FROM = Date.UTC(2013, 1, 26, 5);
const NORMAL = { from: new Date(FROM - 24 * DAY).toISOString(), to: new Date(FROM).toISOString() };

/** JSON has neither NaN nor infinite numbers: written as text they are malformed numbers, which the store remembers. */
const SEEN_AS: Readonly<Record<string, string>> = {
  'NaN instead of numbers': 'temperature_f mistyped',
  'infinite numbers': 'airport_delay_minutes mistyped',
};

const foundIn = ({ verdicts }: QualityResult) =>
  verdicts.flatMap(({ comparison, window, findings }) =>
    findings.map(({ code }) => `${comparison.feature} ${window?.from} ${code}`)
  );

let day: Row[];
beforeAll(async () => {
  day = await flightsBetween(FROM, FROM + DAY);
}, 120_000);

describe.each(testServers())('$name', ({ url }) => {
  const connections = connectionsSchema.parse({
    logs: { type: 'elasticsearch', url },
    files: { type: 'file', folder: DEMO },
  });

  const baselines = { cache: new BaselineCache(), scope: 'tests' };

  async function check(query: object, range: { from: number; to: number }): Promise<QualityResult> {
    const context = { range, now: Date.now(), connections, baselines };
    const result = await evaluate(parseQuery({ kind: 'quality', ...query }), context);
    if (result.kind !== 'quality') {
      throw new Error(result.kind);
    }
    return result;
  }

  it('finds in the store what it finds in the raw rows', async () => {
    const baseline = {
      kind: 'window',
      from: new Date(FEBRUARY.from).toISOString(),
      to: new Date(FEBRUARY.to).toISOString(),
    };
    const range = { from: JULY.from, to: JULY.from + 7 * DAY };
    const more = { window: '1d', baseline };
    const store = { connection: 'logs', index: 'flights-one', timeField: 'time' };
    const counted = await check({ current: store, ...more }, range);
    const rows = { connection: 'files', path: 'flights.parquet', timeField: 'time' };
    const raw = await check({ current: rows, ...more }, range);
    // Buckets don't tell the values next to one: values that grew are named over rows alone.
    const alike = foundIn(raw).filter((found) => !found.endsWith(' value_grown'));
    expect(foundIn(counted).sort()).toEqual(alike.sort());
    expect(counted.verdicts.length).toBe(raw.verdicts.length);
    expect(foundIn(counted).length).toBeGreaterThan(0);
  });

  async function checkDay(rows: readonly Row[], expectations: Readonly<Record<string, object>> = {}) {
    await makeIndex(url, 'quality-day', flightMapping(rows), rows);
    return check(
      {
        current: {
          connection: 'logs',
          index: 'quality-day',
          timeField: 'time',
          features: Object.entries(expectations).map(([name, expect]) => ({ name, expect })),
        },
        baseline: { kind: 'selection', connection: 'logs', index: 'flights-one', timeField: 'time', ...NORMAL },
      },
      { from: FROM, to: FROM + DAY }
    );
  }

  it('finds nothing in a day as it was', async () => {
    expect(foundIn(await checkDay(day))).toEqual([]);
  });

  it.each(FAULTS)('names $name', async ({ name, inject, expect: expectations, found, also = [] }) => {
    const rows = linesOf(inject(day)).trim().split('\n');
    const result = await checkDay(
      rows.map((line) => JSON.parse(line) as Row),
      expectations
    );
    const said = result.verdicts.flatMap(({ comparison, findings }) =>
      findings.map(({ code }) => `${comparison.feature} ${code}`)
    );
    expect(said.sort()).toEqual([SEEN_AS[name] ?? `${found.feature} ${found.code}`, ...also].sort());
  });
});
