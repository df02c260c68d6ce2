import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DriftResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const MINUTE = 60_000;
const START = Date.UTC(2024, 0, 1);
const iso = (time: number) => new Date(time).toISOString();

describe.each(testServers())('$name', ({ url }) => {
  it('tells ids by name from few codes by how much they repeat, as of files', async () => {
    const documents = Array.from({ length: 4000 }, (_, i) => ({
      at: START + i * MINUTE,
      store_id: `store-${(i * 7919) % 50}`,
      shop_id: (i * 7919) % 50,
      zip: `Z${10_000 + (i % 300)}`,
      customer_id: 1_000_000 + 20 * i + ((i * 7) % 19),
      order_id: `ORD-${100_000 + Math.floor(i / 2)}`,
    }));
    const [keyword, long] = [{ type: 'keyword' }, { type: 'long' }];
    const properties = {
      ...{ at: { type: 'date' }, store_id: keyword, shop_id: long },
      ...{ zip: keyword, customer_id: long, order_id: keyword },
    };
    await makeIndex(url, 'ids', properties, documents);
    const middle = START + 2000 * MINUTE;
    const query = parseQuery({
      kind: 'drift',
      current: { index: 'ids', timeField: 'at' },
      baseline: { kind: 'window', from: iso(START), to: iso(middle) },
    });
    const connections = connectionsSchema.parse({ logs: { type: 'elasticsearch', url } });
    const range = { from: middle, to: START + 4000 * MINUTE };
    const { verdicts, notices } = (await evaluate(query, { range, now: Date.now(), connections })) as DriftResult;
    expect(verdicts.map(({ comparison }) => comparison.feature).sort()).toEqual(['shop_id', 'store_id', 'zip']);
    expect(notices.join(' ')).toMatch(/no drift: customer_id, order_id\./);
  });
});
