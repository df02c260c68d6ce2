import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { FaultyStore, outcomeOf, settingsOf } from './support';

/** `npm run fuzz` looks for longer: seconds for each part. Else a few that CI has time for, the same each time. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 0);
const LOOK =
  SECONDS > 0
    ? { numRuns: 1e7, interruptAfterTimeLimit: 1000 * SECONDS, markInterruptAsFailure: false }
    : { numRuns: 120, seed: 20_260_101 };
jest.setTimeout(Math.max(60_000, 2000 * SECONDS));

const folder = mkdtempSync(join(tmpdir(), 'mw-fuzz-'));
let store: FaultyStore;
beforeAll(async () => {
  writeFileSync(join(folder, 'a.csv'), `t,x,c\n${rows(300)}`);
  store = await FaultyStore.start();
  store.fault = 'types';
});
afterAll(() => {
  store.stop();
  rmSync(folder, { recursive: true });
});
function rows(count: number): string {
  return Array.from({ length: count }, (_, i) => `${1_700_000_000_000 + i * 60_000},${i % 17},${'abc'[i % 3]}`).join(
    '\n'
  );
}

const names = fc.constantFrom('x', 'c', 't', 'gone', '', '__proto__', '..', 'a.b');
const durations = fc.constantFrom('1h', '5m', '1d', '0h', '9999999999999w', '1000w', '0.001ms', 'range', 'soon');
const times = fc.oneof(
  fc.constantFrom('now', 'now-1h', 'now-9999999999999w', '2023-11-14', '9999-12-31', 'x'),
  fc.double()
);
const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, -1, 1e308, '\0', '😀'.repeat(50)));
const filters = fc.constantFrom('', 'c:a', 'x>3', 'x:[1 TO 5]', 'c:(a OR b)', 'c:"', '((((', 'c:/(a+)+$/', '*');
const features = fc.array(
  fc.record({ name: names, type: fc.constantFrom('numeric', 'categorical', 'boolean') }, { requiredKeys: ['name'] }),
  { maxLength: 4 }
);
const selection = fc.record(
  {
    path: fc.constantFrom('a.csv', '../a.csv', 'gone.csv', ''),
    timeField: names,
    query: filters,
    features,
    from: times,
  },
  { requiredKeys: ['path'] }
);
const baselines = fc.oneof(
  fc.record({ kind: fc.constant('previous'), offset: durations }),
  fc.record({ kind: fc.constant('seasonal'), period: durations, count: fc.nat(60) }),
  fc.record({ kind: fc.constant('window'), from: times, to: times }),
  fc.record({ kind: fc.constant('selection'), query: filters, path: fc.constant('a.csv') }),
  fc.record({ kind: fc.constant('profile'), id: fc.constantFrom('x', '..', '../../etc/passwd', '\0') })
);
const queries = fc.record(
  {
    kind: fc.constantFrom('drift', 'distribution', 'quality', 'volume', 'versions'),
    current: selection,
    baseline: baselines,
    window: durations,
    format: fc.constantFrom('table', 'timeseries', 'alert', 'annotations'),
    segmentBy: fc.array(names, { maxLength: 2 }),
    delay: durations,
    feature: fc.record({ name: names }),
  },
  { requiredKeys: ['kind', 'current'] }
);
/** One of its values replaced by anything. */
const broken = (values: fc.Arbitrary<unknown>) =>
  fc
    .tuple(values, fc.nat(), odd, fc.boolean())
    .map(([value, at, other, whole]) => (whole ? value : replaced(value, at, other)));

function replaced(value: unknown, at: number, other: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value) ?? 'null');
  const places: Array<[Record<string, unknown>, string]> = [];
  const visit = (node: unknown): void => {
    if (typeof node === 'object' && node !== null) {
      for (const [key, child] of Object.entries(node)) {
        places.push([node as Record<string, unknown>, key]);
        visit(child);
      }
    }
  };
  visit(copy);
  if (places.length === 0) {
    return other;
  }
  const [node, key] = places[at % places.length];
  node[key] = other;
  return copy;
}

async function ask(settings: ReturnType<typeof settingsOf>, query: unknown, from: number, to: number): Promise<void> {
  const outcome = await outcomeOf({
    ...{ kind: 'query', settings, refId: 'A', query: JSON.stringify(query) ?? '', from, to },
  });
  if ('failure' in outcome) {
    const { stack, status } = outcome.failure;
    expect(stack).toBeUndefined();
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).not.toBe(500);
  }
}

const ends = fc.constantFrom(0, 1_700_000_000_000, 1_700_018_000_000, -9e18, 9e18);

it('a query of any form has an answer or an error that is its own', () =>
  fc.assert(
    fc.asyncProperty(broken(queries), ends, ends, (query, from, to) =>
      ask(settingsOf({ files: { type: 'file', folder } }), query, from, to)
    ),
    LOOK
  ));

it('settings of any form have an answer or an error that is their own', () => {
  const connection = fc.record(
    {
      type: fc.constantFrom('file', 'prometheus', 'elasticsearch'),
      folder: fc.constant(folder),
      url: fc.constantFrom('http://127.0.0.1:1', 'http://[', 'http://a%zz@h', 'http://h:99999', 'ftp://x'),
      timeout: fc.constantFrom('10ms', '30w', 'x'),
      grafanaUid: fc.constantFrom('u', '..', 'a/b'),
      headers: fc.constantFrom({ a: 'b' }, { 'a b': 'c' }, { X: 'ä\n' }),
      username: fc.constantFrom('u', 'ü'),
      encoding: fc.constantFrom('utf-8', 'none'),
      delimiter: fc.constantFrom(',', '', '\n', '||||'),
    },
    { requiredKeys: ['type'] }
  );
  const settings = fc.record({
    connections: fc.dictionary(fc.constantFrom('a', 'b', '__proto__', ''), connection, { maxKeys: 3 }),
    allowedUids: fc.constantFrom(undefined, null, [], ['u'], 'u'),
    defaultConnection: fc.constantFrom(undefined, 'a', '__proto__'),
    profiles: fc.constantFrom(undefined, folder, '/nowhere', 1),
  });
  return fc.assert(
    fc.asyncProperty(broken(settings), async (all) => {
      const read = settingsOf(JSON.stringify(all) ?? '');
      const health = await outcomeOf({ kind: 'health', settings: read });
      expect(JSON.stringify(health)).not.toMatch(/unexpectedly/);
      await ask(
        read,
        { kind: 'drift', current: { path: 'a.csv' }, baseline: { kind: 'selection', query: 'c:a' } },
        0,
        1
      );
    }),
    LOOK
  );
});

const sample = fc.tuple(fc.constantFrom(1_700_000_000, 1_700_003_600), fc.constantFrom('1', 'NaN', '+Inf', '-5', 'x'));
const series = fc.record({
  metric: fc.dictionary(fc.constantFrom('__name__', 'le', 'version', '__proto__'), fc.constantFrom('x', '1', '+Inf')),
  values: fc.array(sample, { maxLength: 3 }),
});
const prometheusAnswers = fc.record({
  status: fc.constantFrom('success', 'error'),
  data: fc.record({ resultType: fc.constant('matrix'), result: fc.array(series, { maxLength: 3 }) }),
  warnings: fc.array(fc.string(), { maxLength: 2 }),
});
const bucket = fc.record({ key: fc.oneof(fc.double(), fc.string()), doc_count: fc.integer({ min: -1, max: 50 }) });
const elasticAnswers = fc.record({
  indices: fc.constant(['i']),
  fields: fc.constant({
    t: { date: { type: 'date', aggregatable: true } },
    x: { double: { type: 'double', aggregatable: true } },
  }),
  responses: fc.array(
    fc.record({
      status: fc.constantFrom(200, 500),
      hits: fc.record({ total: fc.record({ value: fc.nat(100) }) }),
      _shards: fc.record({ total: fc.constant(1), successful: fc.constant(1), failed: fc.constant(0) }),
      aggregations: fc.dictionary(
        fc.constantFrom('range', 'windows', 'f0', 'w', 'a'),
        fc.record({ buckets: fc.array(bucket, { maxLength: 3 }), value: fc.double() })
      ),
    }),
    { minLength: 1, maxLength: 3 }
  ),
});

it.each<['prometheus' | 'elasticsearch', fc.Arbitrary<unknown>]>([
  ['prometheus', prometheusAnswers],
  ['elasticsearch', elasticAnswers],
])('answers of %s of any form become a result or an error of the store', (type, answers) =>
  fc.assert(
    fc.asyncProperty(broken(answers), fc.constantFrom('drift', 'distribution', 'quality'), async (body, kind) => {
      store.body = JSON.stringify(body) ?? '';
      const feature = type === 'prometheus' ? { name: 'x', metric: 'x_total' } : { name: 'x' };
      const current = { index: 'i', timeField: 't', features: [feature] };
      const asked = type === 'prometheus' ? { features: [feature] } : current;
      const settings = settingsOf({ store: { type, url: store.url, timeout: '2s' } });
      const query = { kind, current: asked, baseline: { kind: 'previous', offset: '1h' }, window: '1h' };
      await ask(settings, query, 1_700_000_000_000, 1_700_007_200_000);
    }),
    LOOK
  )
);

it('files of any bytes are read, or have an error that is their own', () => {
  const pieces = fc.constantFrom(
    ...[
      't,x\n',
      '1,2\n',
      '"a',
      '"',
      '\r',
      '\n',
      ';',
      '\t',
      '{"x":1}\n',
      '[',
      ']',
      '{',
      '}',
      '\0',
      'ä',
      '\ufeff',
      '1e999',
      'PAR1',
      ',',
    ]
  );
  const text = fc.array(pieces, { maxLength: 40 }).map((parts) => Buffer.from(parts.join('')));
  const bytes = fc.uint8Array({ maxLength: 300 }).map((raw) => Buffer.from(raw));
  const extension = fc.constantFrom('csv', 'tsv', 'ndjson', 'json', 'parquet', 'csv.gz', 'json.zst');
  return fc.assert(
    fc.asyncProperty(fc.oneof(text, bytes), extension, async (content, kind) => {
      writeFileSync(join(folder, `fuzzed.${kind}`), content);
      const settings = settingsOf({ files: { type: 'file', folder } });
      const path = `fuzzed.${kind}`;
      await ask(settings, { kind: 'quality', current: { path }, baseline: { kind: 'selection', path } }, 0, 1);
    }),
    LOOK
  );
});
