// The situations of src/evaluate/performance/reported.test.ts in documents.
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { PerformanceResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import cases from '../fixtures/performance/reported.json';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const TYPES: Readonly<Record<string, string>> = { string: 'keyword', number: 'double', boolean: 'boolean' };
/** The store adds up no quotients of two fields. */
const UNTOLD = ['mape', 'smape'];

describe.each(testServers())('$name', ({ url }) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, { rows, asked, expected }) => {
    const types = new Map(rows.flatMap((row) => Object.entries(row).filter(([, value]) => value !== null)));
    const properties = Object.fromEntries([...types].map(([name, value]) => [name, { type: TYPES[typeof value] }]));
    await makeIndex(url, 'outcomes-reported', properties, rows, { number_of_shards: 2 });
    const query = parseQuery({
      ...{ kind: 'performance', window: 'range', label: { field: 'actual' } },
      ...{ ...asked, metrics: Object.keys(expected), current: { connection: 'logs', index: 'outcomes-reported' } },
    });
    const connections = connectionsSchema.parse({ logs: { type: 'elasticsearch', url } });
    const { verdicts } = (await evaluate(query, { range: null, now: 0, connections })) as PerformanceResult;
    for (const [metric, value] of Object.entries(expected)) {
      const found = verdicts.find((one) => one.metric === metric && one.ofClass === undefined)?.current;
      const isTold = value !== null && !UNTOLD.includes(metric);
      expect([metric, found?.value]).toEqual([metric, isTold ? expect.closeTo(value, 9) : null]);
      expect(typeof found?.undefined).toBe(isTold ? 'undefined' : 'string');
    }
  });
});
