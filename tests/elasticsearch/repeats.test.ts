import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Repeats } from '../../src/distribution/Distribution';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DriftResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import type { DistributionSet } from '../../src/sources/Source';
import { compareWithRows } from './support/compareWithRows';
import { testServer, testServers } from './support/servers';
import { call, makeIndex, sourceAt } from './support/store';

const DAY = 86_400_000;
const properties = {
  at: { type: 'date' },
  double: { type: 'double' },
  float: { type: 'float' },
  whole: { type: 'integer' },
  parts: { type: 'nested', properties: { price: { type: 'double' } } },
};
/** Each amount twice but the last, and the first only on the second day. */
const documents = [0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.4].map((amount, i) => ({
  at: i < 2 ? DAY : 0,
  ...{ double: amount, float: amount, whole: amount * 10, parts: [{ price: amount }] },
}));
const stretches = [
  { from: -Infinity, to: 0.25 },
  { from: 0.3, to: Infinity },
];
const tenfold = [
  { from: -Infinity, to: 2.5 },
  { from: 3, to: Infinity },
];

describe.each(testServers())('$name', ({ url }) => {
  beforeAll(() => makeIndex(url, 'repeats', properties, documents));

  it.each([
    ['double', stretches, [0.2, 0.3]],
    // As they were written, in single precision too.
    ['float', stretches, [0.2, 0.3]],
    ['whole', tenfold, [2, 3]],
    ['parts.price', stretches, [0.2, 0.3]],
  ])('lists the values of %s that repeat, within the stretches and the time', async (name, within, expected) => {
    const values = await sourceAt(url).valuesWithin(
      {
        selection: { index: 'repeats', timeField: 'at' },
        features: [{ name, type: 'numeric' }],
        windows: [{ from: 0, to: DAY }],
        stretches: new Map([[name, within]]),
      },
      {}
    );
    expect([...(values.get(name) ?? [])].sort()).toEqual(expected);
    expect(values.size).toBe(1);
  });

  it('leaves out what lies in no stretch', async () => {
    const values = await sourceAt(url).valuesWithin(
      {
        selection: { index: 'repeats' },
        features: [{ name: 'double', type: 'numeric' }],
        windows: [null],
        stretches: new Map([['double', [{ from: 0.15, to: 0.3 }]]]),
      },
      {}
    );
    expect(values.get('double')).toEqual([0.2]);
  });

  it.each([
    ['double', [0.1, 0.3], [2, 2]],
    ['float', [0.1, 0.3], [2, 2]],
    ['whole', [1, 3], [2, 2]],
    ['parts.price', [0.1, 0.3], [2, 2]],
  ])('counts numbers of %s that are named, and lists the most frequent', async (name, asked, counts) => {
    const request = {
      selection: { index: 'repeats', timeField: 'at' },
      features: [{ name, type: 'numeric' as const }],
      windows: [null],
      segmentBy: [],
    };
    const [exact, listed] = await Promise.all([
      sourceAt(url).countValues({ ...request, values: new Map([[name, [...asked, 77]]]) }, {}),
      sourceAt(url).countValues(request, {}),
    ]);
    const exactly = (low: number) => ({ low, high: low });
    expect(repeatsOf(exact)?.values).toEqual(
      new Map([...asked.map((value, i) => [value, exactly(counts[i])] as const), [77, exactly(0)]])
    );
    expect(repeatsOf(listed)).toMatchObject({ others: 0 });
    expect([...(repeatsOf(listed)?.values.values() ?? [])]).toEqual([2, 2, 2, 1].map(exactly));
  });

  it('takes numbers that were listed with the types of the same documents, and asks for none of others', async () => {
    const names = ['double', 'float', 'whole', 'parts.price'];
    const selection = { index: 'repeats', timeField: 'at', features: names.map((name) => ({ name })) };
    const features = names.map((name) => ({ name, type: 'numeric' as const }));
    const [all, first] = [2 * DAY, DAY].map((to) => ({ from: 0, to }));
    const source = sourceAt(url);
    await source.describe(selection, { range: all });
    const before = source.client.usage.requests;
    const [known, other] = await Promise.all(
      [all, first].map((range) => source.countValues({ selection, features, windows: [range], segmentBy: [] }, {}))
    );
    expect(source.client.usage.requests).toBe(before + 1);
    for (const [range, counted] of [[all, known] as const, [first, other] as const]) {
      const fresh = await sourceAt(url).countValues({ selection, features, windows: [range], segmentBy: [] }, {});
      expect(counted).toEqual(fresh);
      expect(repeatsOf(counted)?.values.size).toBeGreaterThan(2);
    }
  });

  it('lists numbers anew where documents weigh more than one', async () => {
    await makeIndex(url, 'weighted', { x: { type: 'double' } }, [{ x: 1, _doc_count: 5 }, { x: 2 }]);
    const selection = { index: 'weighted', features: [{ name: 'x' }] };
    const source = sourceAt(url);
    await source.describe(selection, {});
    const asked = { selection, features: [{ name: 'x', type: 'numeric' as const }], windows: [null], segmentBy: [] };
    const counted = await source.countValues(asked, {});
    expect(repeatsOf(counted)?.values.get(1)).toEqual({ low: 5, high: 5 });
    expect(counted.cells[0].distribution.counts.total).toBe(6);
  });

  it('counts both zeros as one', async () => {
    await makeIndex(url, 'zeros', { x: { type: 'double' } }, [{ x: 0 }, { x: '-0.0' }, { x: 1 }]);
    const request = {
      selection: { index: 'zeros' },
      features: [{ name: 'x', type: 'numeric' as const }],
      windows: [null],
      segmentBy: [],
    };
    const named = await sourceAt(url).countValues({ ...request, values: new Map([['x', [0]]]) }, {});
    expect(repeatsOf(named)?.values).toEqual(new Map([[0, { low: 2, high: 2 }]]));
    expect(repeatsOf(await sourceAt(url).countValues(request, {}))?.values.get(0)).toEqual({ low: 2, high: 2 });
  });

  it.each([undefined, 'shard', 'value'])(
    'tests the same numbers as the rows, with shards that hold them by %s',
    async (by) => {
      const rows = [false, true].flatMap((isLater) =>
        numbers(isLater ? 90 : 20).map((x, i) => ({ at: iso((isLater ? 60 : 0) + (i % 50)), x }))
      );
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-repeats-'));
      fs.writeFileSync(path.join(folder, 'rows.ndjson'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      await call(url, 'DELETE', '/repeats-five?ignore_unavailable=true');
      await call(url, 'PUT', '/repeats-five', {
        settings: { number_of_shards: 5, number_of_replicas: 0 },
        mappings: { properties: { at: { type: 'date' }, x: { type: 'integer' } } },
      });
      const to = (x: number, i: number) => (by === 'value' ? String(x) : by === 'shard' ? String(i % 3) : undefined);
      await call(
        url,
        'POST',
        '/repeats-five/_bulk?refresh=true',
        rows.flatMap((row, i) => [{ index: { routing: to(row.x, i) } }, row])
      );
      const drift = async (current: object) =>
        (await evaluate(
          parseQuery({
            kind: 'drift',
            baseline: { kind: 'window', from: iso(0), to: iso(60) },
            current: { timeField: 'at', features: [{ name: 'x', type: 'numeric' }], ...current },
          }),
          {
            range: { from: Date.parse(iso(60)), to: Date.parse(iso(120)) },
            now: Date.now(),
            connections: connectionsSchema.parse({
              logs: { type: 'elasticsearch', url },
              files: { type: 'file', folder },
            }),
          }
        )) as DriftResult;
      const [counted, raw] = [
        await drift({ connection: 'logs', index: 'repeats-five' }),
        await drift({ connection: 'files', path: 'rows.ndjson' }),
      ];
      compareWithRows(counted.verdicts, raw.verdicts);
      expect(raw.verdicts).toMatchObject([
        { verdict: 'drift', effect: 'value_share', reason: { facts: { value: 135 } } },
      ]);
      expect(counted.verdicts).toMatchObject([
        { verdict: 'drift', effect: 'value_share', reason: { facts: { value: 135 } } },
      ]);
      fs.rmSync(folder, { recursive: true });
    }
  );
});

it('counts numbers of a factor by the decimals that were written', async () => {
  // The Elasticsearch that the tests start has no scaled_float.
  const { url } = testServer('OpenSearch');
  const amounts = [0.07, 0.07, 0.29, 1.15, 1.15, 1.15];
  await makeIndex(
    url,
    'scaled',
    { x: { type: 'scaled_float', scaling_factor: 100 } },
    amounts.map((x) => ({ x }))
  );
  const request = {
    selection: { index: 'scaled' },
    features: [{ name: 'x', type: 'numeric' as const }],
    windows: [null],
    segmentBy: [],
  };
  const counts = [
    [1.15, 3],
    [0.07, 2],
    [0.29, 1],
  ].map(([value, low]) => [value, { low, high: low }] as const);
  const named = await sourceAt(url).countValues({ ...request, values: new Map([['x', [1.15, 0.07, 0.29]]]) }, {});
  expect(repeatsOf(named)?.values).toEqual(new Map(counts));
  expect(repeatsOf(await sourceAt(url).countValues(request, {}))?.values).toEqual(new Map(counts));
});

const iso = (minutes: number) => new Date(Date.UTC(2024, 0, 1) + minutes * 60_000).toISOString();

/** 600 different numbers, of which 135 is as frequent as asked for, and 30 are more frequent than the others. */
function numbers(of135: number): number[] {
  return Array.from({ length: 6000 }, (_, i) => (i < of135 ? 135 : i % 4 === 0 ? 400 + (i % 30) : (i * 7) % 600));
}

function repeatsOf({ cells: [{ distribution }] }: DistributionSet): Repeats | undefined {
  return distribution.kind === 'histogram' ? distribution.repeats : undefined;
}
