/** @jest-environment node */
import { plainText } from '../../../../distribution/cell/plainText';
import { seededRandom } from '../../../../statistics/random/seededRandom';
import { outcomesOf, ROLES, write } from '../../../file/outcomes/testing/overFiles';
import type { OutcomesRequest } from '../../../OutcomesRequest';
import type { Transport, TransportRequest } from '../../../transport/Transport';
import { ElasticsearchClient } from '../../client/ElasticsearchClient';
import type { StoreField } from '../../fields/StoreField';
import { type LookedUp, lookupJoin } from './lookupJoin';
import type { LookupFields } from './lookupQueries';

/*
 * No Elasticsearch that can be fetched here has ES|QL. These answers are written by its published format, from rows that
 * the file source counts too.
 */
const [HOUR, DAY] = [3_600_000, 86_400_000];
const START = Date.UTC(2024, 0, 1);
const AS_OF = START + 9 * DAY;

const field = (name: string, mapped: string, kind: StoreField['kind']): StoreField => ({
  ...{ name, mapped, kind, counted: name, precision: 'double', coarse: false, absentIn: [] },
});
const FIELDS: LookupFields = {
  key: field('id', 'keyword', 'keyword'),
  prediction: field('prediction', 'keyword', 'keyword'),
  scores: [{ column: 'score', field: field('score', 'double', 'decimal') }],
  segments: [field('country', 'keyword', 'keyword')],
  time: field('time', 'date', 'time'),
  labelIndex: 'labels',
  labelKey: field('id', 'keyword', 'keyword'),
  label: field('actual', 'keyword', 'keyword'),
  labelTime: field('seen', 'date', 'time'),
};
const request: OutcomesRequest = {
  selection: { index: 'predictions-*', timeField: 'time' },
  windows: [{ from: START, to: START + 2 * DAY }],
  ...{ segmentBy: ['country'], asOf: AS_OF, timezone: 'UTC' },
  roles: { ...ROLES, scores: ['score'], label: { field: 'actual', timeField: 'seen', index: 'labels', key: 'id' } },
};

const random = seededRandom(24, 'lookup');
const PREDICTIONS = Array.from({ length: 400 }, (_, i) => ({
  id: `p-${i}`,
  time: START + random.below(47) * HOUR,
  prediction: random.below(30) === 0 ? null : ['a', 'b', '1'][random.below(3)],
  score: random.below(20) === 0 ? null : random.below(101) / 100,
  country: ['no', 'se', null][random.below(3)],
}));
const LABELS = PREDICTIONS.flatMap(({ id, time }) =>
  random.below(5) === 0
    ? []
    : [{ id, actual: ['a', 'b', '1.0'][random.below(3)], seen: time - HOUR + random.below(11 * 24) * HOUR }]
);

interface Store {
  readonly version?: string;
  readonly mode?: string;
  /** What is changed of an answer to ES|QL. */
  readonly change?: (answer: { columns: Array<{ name: string; type: string }>; values: unknown[][] }) => object;
  readonly repeated?: number;
}

let stores = 0;
function storeOf({ version = '9.1.2', mode = 'lookup', change = (answer) => answer, repeated = 0 }: Store = {}) {
  const sent: TransportRequest[] = [];
  const transport: Transport = {
    ...{ place: `http://store-${stores++}`, isDirect: true },
    send(asked) {
      sent.push(asked);
      return Promise.resolve({
        status: 200,
        contentType: 'application/json',
        text: JSON.stringify(answer(asked)),
        bytes: 1,
      });
    },
  };
  const answer = ({ path, body = '' }: TransportRequest): unknown => {
    if (path === '/') {
      return { version: { number: version } };
    }
    if (path.startsWith('/labels/_settings')) {
      return { labels: { settings: { index: { provided_name: 'labels', ...(mode && { mode }) } } } };
    }
    if (path.startsWith('/_msearch')) {
      const searches = body
        .trim()
        .split('\n')
        .filter((_, i) => i % 2 === 1);
      return {
        responses: searches.map((search) => ({
          ...{ status: 200, timed_out: false, _shards: { total: 1, successful: 1, skipped: 0, failed: 0 } },
          hits: { total: { value: of(search).length, relation: 'eq' }, hits: [] },
          aggregations: { keyed: { doc_count: of(search).length } },
        })),
      };
    }
    const { query } = JSON.parse(body) as { query: string };
    return change({ ...{ took: 5, is_partial: false }, ...tableOf(query, of(body)) } as ReturnType<typeof tableOf>);
  };
  const tableOf = (query: string, rows: typeof PREDICTIONS) => {
    if (query.includes('mw_repeated')) {
      return { columns: [{ name: 'mw_repeated', type: 'long' }], values: [[repeated]] };
    }
    const isDelays = query.includes('mw_age');
    const names = isDelays
      ? ['mw_prediction', 'mw_segment_0', 'mw_labelled', 'mw_early', 'mw_age']
      : ['mw_keys', 'mw_label', 'mw_prediction', 'mw_score_0', 'mw_segment_0'];
    const groups = new Map<string, { cells: unknown[]; rows: number }>();
    for (const row of rows) {
      const label = LABELS.find(({ id, seen }) => id === row.id && seen <= AS_OF) ?? null;
      const delay = (label?.seen ?? AS_OF) - row.time;
      const age = ageOf(delay);
      const own = [row.prediction, row.score, row.country];
      const cells = isDelays
        ? [row.prediction, row.country, label !== null, label !== null && delay < 0, age]
        : [1, label?.actual ?? null, ...own];
      const key = JSON.stringify(cells);
      groups.set(key, { cells, rows: (groups.get(key)?.rows ?? 0) + 1 });
    }
    return {
      columns: ['mw_rows', ...names].map((name) => ({ name, type: 'keyword' })),
      values: [...groups.values()].map(({ cells, rows: count }) => [count, ...cells]),
    };
  };
  // Of the day, or of both, that the query's filter names.
  const of = (text: string) => {
    const [, from] = /"gte":"?(\d+)/.exec(text) ?? [];
    const [, to] = /"lt":"?(\d+)/.exec(text) ?? [];
    return PREDICTIONS.filter(({ time }) => time >= Number(from) && time < Number(to));
  };
  return { client: new ElasticsearchClient(transport), sent };
}

const ageOf = (delay: number) => {
  const step = delay <= 7 * DAY ? HOUR : delay <= 30 * DAY ? 6 * HOUR : DAY;
  return Math.max(0, Math.ceil(delay / step) * step);
};
const join = (store: Store, asked = request, fields = FIELDS) =>
  lookupJoin(storeOf(store).client, asked, fields, { match_all: {} }, {});
const iso = (time: number) => new Date(time).toISOString();

it('counts what the rows of files count', async () => {
  const { client, sent } = storeOf();
  const found = (await lookupJoin(client, request, FIELDS, { match_all: {} }, {})) as LookedUp;
  const columns = <Row extends object>(rows: readonly Row[]) =>
    Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name as keyof Row])]));
  const path = write('ndjson', columns(PREDICTIONS.map((row) => ({ ...row, time: iso(row.time) }))) as never);
  const labels = write('ndjson', columns(LABELS.map((row) => ({ ...row, seen: iso(row.seen) }))) as never);
  const expected = await outcomesOf(path, {
    ...request,
    selection: { timeField: 'time' },
    roles: { ...request.roles, label: { field: 'actual', timeField: 'seen', path: labels, key: 'id' } },
  });
  const sorted = (cells: LookedUp['cells']) =>
    [...cells].sort((a, b) =>
      plainText(`${a.block} ${a.segment.country}`).localeCompare(`${b.block} ${b.segment.country}`)
    );
  expect(sorted(found.cells)).toEqual(sorted(expected.cells));
  expect(found.findings).toEqual({ beforePrediction: expected.findings.beforePrediction });
  expect(found.findings.beforePrediction).toBeGreaterThan(0);
  expect([found.predictions, found.withoutKey]).toEqual([PREDICTIONS.length, 0]);
  const queries = sent
    .filter(({ path: at }) => at === '/_query')
    .map(({ body = '' }) => (JSON.parse(body) as { query: string }).query);
  expect(queries).toHaveLength(5);
  expect(queries[1]).toBe(
    'FROM "predictions-*" | EVAL mw_prediction = `prediction`, mw_score_0 = `score`, mw_segment_0 = `country`, mw_key = `id`, mw_time = `time` | KEEP mw_prediction, mw_score_0, mw_segment_0, mw_key, mw_time | RENAME mw_key AS `id` | LOOKUP JOIN labels ON `id` | EVAL mw_label = CASE(TO_LONG(`seen`) > ' +
      `${AS_OF}, null, \`actual\`) | STATS mw_rows = COUNT(*), mw_keys = MAX(MV_COUNT(\`id\`)) BY mw_label, mw_prediction, mw_score_0, mw_segment_0 | LIMIT 10000`
  );
});

it.each<[string, Store, string]>([
  ['an index that is not in lookup mode', { mode: '' }, '"labels" is not in lookup mode'],
  ['repeated predictions', { repeated: 3 }, 'several predictions have the same "id", of which the latest counts'],
  [
    'several labels of one prediction',
    {
      change: (answer) => ({
        ...answer,
        values: answer.values.map((row, i) =>
          i === 0 && row.length > 1 ? [Number(row[0]) + 1, ...row.slice(1)] : row
        ),
      }),
    },
    'some have several labels, or several values of a field',
  ],
  ['rows that were cut off', { change: (answer) => ({ ...answer, values: answer.values.slice(0, 5) }) }, 'rows for'],
  [
    'a part of the answer',
    { change: (answer) => ({ ...answer, is_partial: true }) },
    'answers a part of an ES|QL query alone',
  ],
  [
    'a cluster that failed',
    { change: (answer) => ({ ...answer, _clusters: { total: 2, successful: 1, skipped: 1 } }) },
    '1 of its 2 clusters was skipped or failed',
  ],
  ...['NA', '', ' '].map((text): [string, Store, string] => [
    `the age of a label that stands for a missing value, "${text}",`,
    {
      change: (answer) => ({
        ...answer,
        values: answer.values.map((row, i) =>
          answer.columns[2]?.name === 'mw_label' && i === 0 ? [...row.slice(0, 2), text, ...row.slice(3)] : row
        ),
      }),
    },
    `"${text}" stands for a missing class`,
  ]),
  ['no table', { change: () => ({ took: 1 }) }, 'something that is no table'],
  [
    'several keys of a prediction',
    {
      change: (answer) => ({
        ...answer,
        values: answer.values.map((row) =>
          row.length === 6 ? [row[0], ...(answer.columns[1].name === 'mw_keys' ? [2] : [row[1]]), ...row.slice(2)] : row
        ),
      }),
    },
    'some predictions have several values of "id"',
  ],
])('does not take %s for an answer', async (_, store, reason) => {
  expect(await join(store)).toContain(reason);
});

it.each<[string, () => ReturnType<typeof join>]>([
  ['an older Elasticsearch', () => join({ version: '8.17.4' })],
  ['numbers', () => join({}, { ...request, roles: { ...request.roles, task: 'regression' } })],
])('leaves %s to the sampled join', async (_, run) => {
  expect(await run()).toBeNull();
});

it('says which keys can’t be joined', async () => {
  const numbers = { ...FIELDS, labelKey: field('id', 'long', 'integer') };
  expect(await join({}, request, numbers)).toMatch(/"id" is mapped as keyword and as long/);
  expect(await join({}, request, { ...FIELDS, labelIndex: 'labels-*' })).toMatch(/no plain name of one index/);
});
