import { type Fault, FaultyProxy } from '../support/FaultyProxy';
import { testServers } from './support/servers';
import { ask, call, makeIndex, sourceAt } from './support/store';

const carrier = { name: 'carrier', type: 'categorical' as const };
const distance = { name: 'distance_miles', type: 'numeric' as const };
const selection = { index: 'flights-one', timeField: 'time' };
const number = { type: 'double' };

describe.each(testServers())('$name', ({ url }) => {
  describe('a faulty way to the store', () => {
    let proxy: FaultyProxy;
    beforeAll(async () => {
      proxy = await FaultyProxy.start(url);
    });
    afterAll(() => proxy.stop());

    it.each<[string, Fault, RegExp]>([
      ['half an answer', { kind: 'cut' }, /broke the connection off|broken off/],
      ['a closed connection', { kind: 'hang up' }, /broken off|can't be reached/],
      ['a damaged answer', { kind: 'corrupt' }, /not with JSON|no index|without fields|has no field/],
      ['a slow answer', { kind: 'delay', milliseconds: 5000 }, /did not answer within 1s/],
      ['a login page', { kind: 'answer', status: 200, body: '<html>' }, /not with JSON/],
      ['a refusal', { kind: 'answer', status: 401, body: '{}' }, /denied access/],
      ['another program', { kind: 'answer', status: 200, body: '{}' }, /without fields/],
      ['too many requests', { kind: 'answer', status: 429, body: '{}' }, /rate limit/],
    ])('says what is wrong for %s', async (_, fault, words) => {
      proxy.fault = fault;
      const source = sourceAt(proxy.url, { timeout: '1s' });
      await expect(ask(source, { selection, features: [carrier] })).rejects.toThrow(words);
      expect((await source.check({})).ok).toBe(false);
    });
  });

  it('asks by _msearch and GETs alone', async () => {
    const proxy = await FaultyProxy.start(url);
    const source = sourceAt(proxy.url);
    await ask(source, { selection, features: [carrier, distance] });
    const asked = proxy.seen.map(({ method, url: path }) => `${method} ${path.split('?')[0]}`);
    await proxy.stop();
    expect([...new Set(asked)].sort()).toEqual([
      'GET /',
      'GET /flights-one/_field_caps',
      'GET /flights-one/_mapping',
      'POST /_msearch',
    ]);
  });

  it('says what is wrong with an index, a query and a field', async () => {
    const source = sourceAt(url);
    const asked = (more: Record<string, unknown>, features = [carrier]) =>
      ask(source, { selection: { ...selection, ...more }, features });
    await expect(asked({ index: 'nowhere' })).rejects.toThrow(/has no index "nowhere"/);
    await expect(asked({ index: 'nowhere-*' })).rejects.toThrow(/has no index that "nowhere-\*" matches/);
    await expect(asked({ query: 'carrier:(UA' })).rejects.toThrow(/can't read the query/);
    await expect(asked({}, [{ ...carrier, name: 'carier' }])).rejects.toThrow(/has no field "carier"/);
    const wrong = { selection, features: [{ ...carrier, type: 'numeric' as const }] };
    await expect(ask(source, wrong)).rejects.toThrow(/holds no numbers/);
    await makeIndex(url, 'closed', { carrier: { type: 'keyword' } }, [{ carrier: 'UA' }]);
    await call(url, 'POST', '/closed/_close');
    await expect(asked({ index: 'closed', timeField: undefined })).rejects.toThrow(/closed/);
  });

  it('refuses a field that indices map differently, and says where one lacks it', async () => {
    await makeIndex(url, 'mixed-a', { x: number, y: number }, [{ x: 1, y: 1 }]);
    await makeIndex(url, 'mixed-b', { x: { type: 'keyword' } }, [{ x: 'a' }]);
    const source = sourceAt(url);
    const asked = (name: string) =>
      ask(source, { selection: { index: 'mixed-*' }, features: [{ name, type: 'numeric' as const }] });
    await expect(asked('x')).rejects.toThrow(/maps "x" differently/);
    const { cells, notices } = await asked('y');
    expect(notices.join()).toMatch(/y is not mapped in mixed-b/);
    expect(cells[0].distribution.counts).toMatchObject({ total: 2, missing: 1 });
  });

  it('counts malformed values, empty texts and several values for what they are', async () => {
    const properties = { x: { ...number, ignore_malformed: true }, c: { type: 'keyword' } };
    const documents = [{ x: 1, c: 'a' }, { x: 'what', c: '' }, { x: [1, 2], c: ['a', 'b'] }, {}];
    await makeIndex(url, 'odd', properties, documents);
    const features = [
      { name: 'x', type: 'numeric' as const },
      { name: 'c', type: 'categorical' as const },
    ];
    const { cells, notices } = await ask(sourceAt(url), { selection: { index: 'odd' }, features });
    expect(cells[0].distribution).toMatchObject({ counts: { total: 4, missing: 1, mistyped: 1 }, guarantee: 'exact' });
    expect(cells[1].distribution).toMatchObject({
      counts: { total: 4, missing: 2 },
      byCategory: new Map([
        ['a', 2],
        ['b', 1],
      ]),
      rest: 0,
    });
    expect(notices.join()).toMatch(/several values, and each is counted: x, c/);
  });

  it('asks in smaller parts where the store allows fewer buckets', async () => {
    await call(url, 'PUT', '/_cluster/settings', { persistent: { 'search.max_buckets': 600 } });
    try {
      const source = sourceAt(url);
      const { cells } = await ask(source, { selection, features: [carrier, distance] });
      expect(cells).toHaveLength(2);
      const crowded = { selection, features: [carrier], segmentBy: ['destination', 'carrier'] };
      await expect(ask(source, crowded)).rejects.toThrow(/won't count that much at once/);
    } finally {
      await call(url, 'PUT', '/_cluster/settings', { persistent: { 'search.max_buckets': null } });
    }
  });
});
