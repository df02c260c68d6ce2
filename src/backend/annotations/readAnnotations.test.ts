/** @jest-environment node */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { noticeText } from '../../sources/Notice';
import { markAnnotation } from '../../query/marks/markAnnotation';
import { parseQuery } from '../../query/parseQuery';
import { readAnnotations } from './readAnnotations';

const USERS = [
  { login: 'anna', role: 'Editor' },
  { login: 'root', role: 'Admin' },
  { login: 'vera', role: 'Viewer' },
];

let server: http.Server;
let asked: Array<{ readonly url: URL; readonly organization: unknown; readonly token: unknown }> = [];
let annotations: { status: number; body: unknown };
let users: { status: number; body: unknown };
let turn = 0;

beforeAll(async () => {
  server = http.createServer(({ url = '', headers }, response) => {
    const address = new URL(url, 'http://grafana');
    asked.push({ url: address, organization: headers['x-grafana-org-id'], token: headers.authorization });
    const { status, body } = address.pathname.endsWith('/org/users') ? users : annotations;
    response
      .writeHead(status, { 'Content-Type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  annotations = { status: 200, body: [] };
  users = { status: 200, body: USERS };
  turn++;
});

const TIMED = {
  kind: 'drift',
  window: '1d',
  current: { connection: 'flights', path: 'flights.parquet', timeField: 'time' },
  baseline: { kind: 'seasonal' },
  decision: { significance: 'sequential' },
};
const OF = 'flights/flights.parquet';

/** As Grafana gives back what was posted to it. */
function annotation(login: string, mark: 'accept' | 'incident', more: object = {}) {
  const { time, timeEnd = time, tags, text } = markAnnotation({ mark, of: OF, from: 1000, to: 5000, text: 'why' });
  return { id: 1, login, userId: 0, time, timeEnd, tags, text, ...more };
}

async function read(change: object = {}, grafana: object | null = { token: 'glsa_x' }) {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/grafana/`;
  const settings = {
    organization: 3,
    uid: `u${turn}`,
    name: 'Modelwatch',
    lastUpdated: 0,
    jsonData: '{}',
    secrets: {},
    ...(grafana && { grafana: { url, ...grafana } }),
  };
  const found = await readAnnotations(parseQuery({ ...TIMED, ...change }), settings, new AbortController().signal);
  return (
    found && {
      ...found,
      notices: found.notices.map(noticeText),
      warned: found.notices.some((one) => typeof one !== 'string'),
    }
  );
}

test('marks of the same name by Editors and Admins count; the others are named', async () => {
  annotations.body = [
    annotation('anna', 'accept'),
    annotation('root', 'incident', { text: '<b>feed</b> broken' }),
    annotation('vera', 'accept'),
    annotation('', 'accept', { time: 86_400_000 }),
  ];
  const found = await read();
  expect(found?.marks).toEqual([
    { mark: 'accept', from: 1000, to: 1000, by: 'anna', text: 'why' },
    { mark: 'incident', from: 1000, to: 5000, by: 'root', text: 'feed  broken' },
  ]);
  expect(found?.notices).toEqual([
    'Only annotations of an Editor or Admin count. Not counted: 2 by vera, an account without a login (1970-01-01 00:00 UTC, 1970-01-02 UTC).',
  ]);
});

test('Grafana is asked as the service account, for the organization of the data source and this name alone', async () => {
  await read();
  const [{ url, organization, token }] = asked;
  expect([url.pathname, organization, token]).toEqual(['/grafana/api/annotations', '3', 'Bearer glsa_x']);
  expect(url.searchParams.getAll('tags')).toEqual([`modelwatch-of:${OF}`]);
  expect(url.searchParams.get('type')).toBe('annotation');
});

test('marks of another name, or tags that are no mark, say nothing', async () => {
  annotations.body = [
    annotation('anna', 'accept', { tags: ['modelwatch-of:other', 'modelwatch-mark:accept'] }),
    { id: 2 },
    null,
  ];
  expect(await read()).toMatchObject({ marks: [], notices: [] });
});

test('a tag that was typed by hand breaks no query', async () => {
  const { tags } = markAnnotation({ mark: 'accept', of: OF, from: 1000, to: 5000, text: '' });
  annotations.body = [annotation('anna', 'accept', { tags: [...tags, 'modelwatch-feature:temp%E4'] })];
  expect((await read())?.marks).toMatchObject([{ mark: 'accept', feature: 'temp%E4' }]);
});

test('annotations with an excluded tag are stretches, also where rows are taken for independent', async () => {
  annotations.body = [
    annotation('anna', 'incident', { tags: ['sale', 'shop'] }),
    annotation('vera', 'incident', { tags: ['sale'] }),
  ];
  const baseline = { kind: 'seasonal', exclude: [{ tag: 'sale' }] };
  const found = await read({ baseline, decision: {} });
  expect(found?.marks).toEqual([]);
  expect([...(found?.tagged ?? [])]).toEqual([['sale', [{ from: 1000, to: 5000, by: 'anna' }]]]);
});

test('a query that reads no marks asks nothing', async () => {
  expect(await read({ decision: {} })).toBeUndefined();
  expect(asked).toEqual([]);
});

test('panels that ask at once are answered once', async () => {
  annotations.body = [annotation('anna', 'accept')];
  expect(await read()).toEqual(await read());
  expect(asked).toHaveLength(2);
});

describe('what can not be read is said, and the query goes on', () => {
  test.each([
    ['without Grafana', null],
    ['without a token', {}],
  ])('%s', async (_, grafana) => {
    const found = await read({}, grafana);
    expect(found?.notices.join()).toMatch(
      /^Marks in annotations are not read: .*managed service accounts.*"grafana.token"/
    );
    expect(found).toMatchObject({ marks: [], warned: false });
  });

  test('without the right to read annotations', async () => {
    annotations = { status: 403, body: { message: "You'll need additional permissions" } };
    const found = await read();
    expect(found?.notices.join()).toMatch(/status 403 \("You'll need.*permission "annotations:read"/);
    expect(found?.warned).toBe(false);
  });

  test('without the right to learn who may edit, no mark counts', async () => {
    annotations.body = [annotation('anna', 'accept')];
    users = { status: 403, body: { message: 'no' } };
    const found = await read();
    expect(found?.marks).toEqual([]);
    expect(found?.notices.join()).toMatch(/^None of 1 annotations with marks counts.*"org.users:read"/);
  });

  test.each([
    ['a failure', { status: 500, body: { message: 'database is locked' } }, /status 500 \("database is locked"\)\./],
    ['no JSON', { status: 200, body: '<html>' }, /something else than JSON/],
    ['no list', { status: 200, body: {} }, /something else than a list/],
  ])('%s is a warning, since it may be otherwise a moment later', async (_, answer, message) => {
    annotations = answer;
    const found = await read();
    expect(found?.notices.join()).toMatch(message);
    expect(found).toMatchObject({ marks: [], warned: true });
  });
});
