import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { QualityResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { parseRule } from '../../src/query/rule/parseRule';
import type { FeatureSpec } from '../../src/query/selection';
import type { RuleCell, RuleSet } from '../../src/sources/Rules';
import { FileSource } from '../../src/sources/file/FileSource';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import { testServers } from './support/servers';
import { makeIndex, sourceAt } from './support/store';

const folder = mkdtempSync(path.join(tmpdir(), 'modelwatch-store-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = 700;
const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const keyword = { type: 'keyword' };

const properties = {
  at: { type: 'date' },
  region: keyword,
  whole: { type: 'long' },
  few: { type: 'integer' },
  more: { type: 'short' },
  real: { type: 'double' },
  single: { type: 'float' },
  other: { type: 'float' },
  half: { type: 'half_float' },
  scaled: { type: 'scaled_float', scaling_factor: 100 },
  long: { type: 'long' },
  epoch: { type: 'long' },
  begin: { type: 'date' },
  end: { type: 'date' },
  nanos: { type: 'date_nanos' },
  flag: { type: 'boolean' },
  status: keyword,
  previous: keyword,
  amount: keyword,
  price: { type: 'text', fields: { keyword } },
  code: keyword,
  said: keyword,
  due: keyword,
  name: keyword,
};

function randomOf(stream: string): () => number {
  const random = seededRandom(1, stream);
  return () => random.nextUint32() / 2 ** 32;
}

/** Rows with every kind of value that columns have, a tenth of them missing. */
function makeRows(): Array<Record<string, unknown>> {
  const random = randomOf('rows');
  const pick = <T>(...all: readonly T[]): T => all[Math.floor(random() * all.length)];
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const iso = (time: number) => new Date(time).toISOString();
  return Array.from({ length: ROWS }, (_, i) => {
    const begin = START + int(0, 40) * DAY + int(0, DAY);
    const row: Record<string, unknown> = {
      whole: int(-5000, 5000),
      few: int(-2, 6),
      more: int(-300, 300),
      real: pick(0.1 + 0.2, -0, 0, int(-100, 100) / 10, random() * 1e6, 1e300),
      single: int(-400, 400) / 10,
      other: int(-400, 400) / 10,
      half: int(-40, 40) / 8,
      scaled: int(-2000, 2000) / 100,
      long: `${pick('9007199254740993', '9007199254740992', '9007199254740991', '-9007199254740993', '5')}`,
      epoch: Math.floor(begin / 1000) + int(-5, 5),
      begin: iso(begin),
      end: iso(begin + int(-5, 20) * (DAY / 4)),
      nanos: iso(begin).replace('Z', `${pick('000', '000000', '500000')}Z`),
      flag: random() < 0.5,
      status: pick('paid', 'paid ', 'PAID', 'open', 'größe', 'gro\u0308\u00dfe', '', 'NaN', 'NA', '2', '2.0'),
      previous: pick('paid', 'open', 'größe', '2.0', ' '),
      amount: pick('NA', 'n/a', ' 5', ...Array.from({ length: 60 }, () => String(int(-50, 50) / 2))),
      price: String(int(0, 9000) / 100),
      code: pick('007', '7', '0012', '12', '99'),
      said: pick('yes', 'no', 'Yes', '1', '0', '-'),
      due: pick(
        '2024-01-05',
        '2024-01-20T10:00:00Z',
        '2024-02-01',
        'never',
        ...Array.from({ length: 40 }, () => '2024-01-09')
      ),
      name: `id ${i}`,
    };
    const kept = Object.entries(row).filter(() => random() >= 0.1);
    return { at: START + Math.floor((i * 4 * DAY) / ROWS), region: pick('eu', 'us'), ...Object.fromEntries(kept) };
  });
}

const NUMBERS = ['whole', 'few', 'more', 'real', 'single', 'half', 'scaled', 'amount', 'price'];
const TIMES = ['begin', 'end', 'nanos', 'due'];
const TEXTS = ['status', 'previous'];

/** A rule of random shape; `across` says whether it computes with columns, which takes scripts. */
function randomRule(random: () => number, across: boolean): string {
  const pick = <T>(...all: readonly T[]): T => all[Math.floor(random() * all.length)];
  const op = () => pick('==', '!=', '<', '<=', '>', '>=');
  const number = () => pick('0', '-0.0', '2', '2.5', '0.3', '-3', '12.3', '1e20', '-1e20', '7.25', '300', '-11.11');
  const time = () =>
    `"${pick('2024-01-09', '2024-01-20T10:00:00Z', '2024-02-01', '1960-01-01', '2024-01-15T12:00:00.5Z')}"`;
  const text = () => `"${pick('paid', 'open', 'größe', '2', '', 'NA', 'none')}"`;
  const operand = (): string =>
    across && random() < 0.5
      ? pick(
          `${pick('whole', 'few', 'more', 'real', 'scaled')} ${pick('+', '-', '*', '/', '%')} ${pick('few', 'more', 'real', 'scaled', '3', '0.1')}`,
          `abs(${pick('whole', 'more', 'real')})`,
          `-${pick('whole', 'scaled')}`,
          '(end - begin)'
        )
      : pick('whole', 'few', 'more', 'real', 'scaled');
  const atom = (): string => {
    const column = pick(...NUMBERS);
    return pick(
      `${column} ${op()} ${number()}`,
      `${number()} ${op()} ${column}`,
      `${column} in (${number()}, ${number()}, ${number()})`,
      `${pick(...TIMES)} ${op()} ${time()}`,
      `epoch ${op()} ${time()}`,
      `long ${op()} ${pick('9007199254740993', '9007199254740992', '5.5', '99999999999999999999')}`,
      `${pick(...TEXTS)} ${pick('==', '!=')} ${text()}`,
      `${pick(...TEXTS)} not in (${text()}, ${text()})`,
      'status == previous',
      'lower(status) == "paid"',
      'length(code) > 2',
      `code == ${pick('"007"', '"12"')}`,
      `flag ${pick('==', '!=')} ${pick('true', 'false')}`,
      pick('flag', 'said', 'said == true'),
      'few * 2 > 5',
      `few ${op()} amount`,
      `${pick(...NUMBERS, ...TIMES, ...TEXTS, 'flag', 'said', 'code', 'name', 'long')} is ${pick('', 'not ')}null`,
      `name ${pick('==', '!=')} "id 12"`,
      ...(across
        ? [
            `${operand()} ${op()} ${operand()}`,
            `${operand()} ${op()} ${operand()}`,
            `begin ${op()} end`,
            `nanos ${op()} begin`,
            `end - begin ${op()} 86400`,
            `single ${op()} other`,
            `(${operand()}) is null`,
            'whole - more in (5, 12, 0)',
          ]
        : [])
    );
  };
  const rule = (depth: number): string =>
    depth === 0 || random() < 0.3
      ? atom()
      : random() < 0.2
        ? `not (${rule(depth - 1)})`
        : `(${rule(depth - 1)}) ${pick('and', 'or', 'implies')} (${rule(depth - 1)})`;
  return rule(2);
}

const window = (n: number) => ({ from: START + n * DAY, to: START + (n + 1) * DAY });
const windows = [window(0), window(1), window(2), window(3)];

interface Place {
  readonly url: string;
  readonly index: string;
}

async function both({ url, index }: Place, exprs: readonly string[], features: FeatureSpec[] = []) {
  const rules = exprs.map((expr) => ({ name: expr, expr, node: parseRule(expr) }));
  const request = { rules, windows, segmentBy: ['region'] };
  const file = new FileSource({ type: 'file', folder });
  const path = `${index}.ndjson`;
  return {
    file: await file.countRules({ ...request, selection: { path, timeField: 'at', features } }, {}),
    store: await sourceAt(url).countRules({ ...request, selection: { index, timeField: 'at', features } }, {}),
  };
}

const sorted = ({ cells }: RuleSet, skip: ReadonlyMap<string, string>) =>
  cells
    .filter(({ rule, total }) => total > 0 && !skip.has(rule))
    .map(({ rule, window: at, segment, total, broken, unknown }: RuleCell) =>
      JSON.stringify([rule, at, segment, total, broken, unknown])
    )
    .sort();

const rows = makeRows();
beforeAll(() => writeFileSync(path.join(folder, 'rules.ndjson'), rows.map((row) => JSON.stringify(row)).join('\n')));

describe.each(testServers())('$name', ({ url, product }) => {
  beforeAll(async () => {
    // The Elasticsearch that the tests start lacks some types.
    const scaled = product === 'OpenSearch' ? properties.scaled : { type: 'double' };
    await makeIndex(url, 'rules', { ...properties, scaled }, rows);
  });
  const runsScripts = product === 'OpenSearch';

  it('counts what random rules say of each row of a file', async () => {
    const random = randomOf('rules');
    const exprs = [...new Set(Array.from({ length: 120 }, () => randomRule(random, false)))];
    const { file, store } = await both({ url, index: 'rules' }, exprs);
    expect([...store.refused].filter(([name]) => !file.refused.has(name))).toEqual([]);
    expect(sorted(store, file.refused)).toEqual(sorted(file, store.refused));
  });

  it('compares fields with each other where the store runs scripts, and else says that it does not', async () => {
    const random = randomOf('fields');
    const exprs = [...new Set(Array.from({ length: 60 }, () => randomRule(random, true)))];
    const { file, store } = await both({ url, index: 'rules' }, exprs);
    const refused = [...store.refused].filter(([name]) => !file.refused.has(name));
    if (runsScripts) {
      expect(refused).toEqual([]);
    } else {
      expect(refused.length).toBeGreaterThan(10);
      refused.forEach(([, reason]) => expect(reason).toContain('runs no scripts'));
    }
    expect(sorted(store, store.refused)).toEqual(sorted(file, store.refused));
  });

  it.each(['begin', 'nanos', 'due', 'epoch', 'at'])(
    'holds the times of "%s" to their limits as over a file',
    async (name) => {
      const limits = { min: '2024-01-08', max: '2024-01-20', maxMissingRate: 0.05, maxAge: '10h' };
      const features = [{ name, expect: limits }];
      const ask = async (current: object) => {
        const query = parseQuery({ kind: 'quality', current: { ...current, features }, segmentBy: ['region'] });
        const connections = connectionsSchema.parse({
          store: { type: 'elasticsearch', url },
          files: { type: 'file', folder },
        });
        const { verdicts, refusedRules } = (await evaluate(query, {
          range: null,
          now: START,
          connections,
        })) as QualityResult;
        expect(refusedRules).toBeUndefined();
        return verdicts.map(({ comparison, severity, findings }) => ({
          feature: comparison.feature,
          segment: comparison.segment,
          severity,
          findings: findings.map(({ code, facts }) => ({ code, facts })),
        }));
      };
      const [file, store] = await Promise.all([
        ask({ connection: 'files', path: 'rules.ndjson' }),
        ask({ connection: 'store', index: 'rules' }),
      ]);
      expect(store).toHaveLength(2);
      expect(store.some(({ severity }) => severity === 2)).toBe(true);
      const order = (all: typeof file) => [...all].sort((a, b) => (a.segment.region < b.segment.region ? -1 : 1));
      expect(order(store)).toEqual(order(file));
    }
  );

  it('leaves undecided, with the reason, what its fields hold otherwise than a file', async () => {
    const index = 'rules-odd';
    const odd = {
      at: { type: 'date' },
      several: { type: 'long' },
      folded: { type: 'keyword', normalizer: 'lowercase' },
      empty: { type: 'keyword', null_value: 'none' },
      short: { type: 'keyword', ignore_above: 5 },
      parts: { type: 'nested', properties: { price: { type: 'double' } } },
      note: { type: 'text' },
      bad: { type: 'long', ignore_malformed: true },
    };
    await makeIndex(url, index, odd, [
      { at: START, several: [1, 5], folded: 'PAID', empty: null, short: 'a long one', note: 'x', bad: 'x' },
      { at: START, several: 3, folded: 'open', empty: 'x', short: 'brief', parts: [{ price: 1 }], bad: 3 },
      { at: START },
    ]);
    const rules = [
      'several > 2',
      'folded == "PAID"',
      'empty == "x"',
      'short != "x"',
      'parts.price > 0',
      'note == "x"',
      'severall > 2',
      'several is not null',
      'folded is not null',
      'bad > 2',
      'bad is null',
    ].map((expr) => ({ name: expr, expr, node: parseRule(expr) }));
    const request = { selection: { index }, rules, windows: [null], segmentBy: [] };
    const { cells, refused } = await sourceAt(url).countRules(request, {});
    const reasons = Object.fromEntries(refused);
    expect(reasons).toMatchObject({
      'several > 2': expect.stringContaining('"several" holds several values in some documents'),
      'folded == "PAID"': expect.stringContaining('normalizer "lowercase"'),
      'empty == "x"': expect.stringContaining('"none" where documents write null'),
      'parts.price > 0': expect.stringContaining('nested objects "parts"'),
      'note == "x"': expect.stringContaining('only a keyword field below it'),
      'severall > 2': expect.stringContaining('has no field "severall"'),
    });
    // OpenSearch does not remember which texts were too long.
    expect(Object.hasOwn(reasons, 'short != "x"')).toBe(product === 'Elasticsearch');
    const counts = cells.map(({ rule, total, broken, unknown }) => [rule, total, broken, unknown]);
    expect(counts.filter(([rule]) => rule !== 'short != "x"').sort()).toEqual([
      ['bad > 2', 3, 0, 2],
      // Text among numbers is no number, and it is not missing.
      ['bad is null', 3, 2, 0],
      ['folded is not null', 3, 1, 0],
      ['several is not null', 3, 1, 0],
    ]);
  });

  it('compares texts of which there are too many to be listed', async () => {
    const index = 'rules-many';
    const many = Array.from({ length: 4200 }, (_, i) => ({
      name: i % 100 === 0 ? ' anna ' : i % 100 === 1 ? '  ' : i % 100 === 2 ? undefined : `user ${i}`,
      digits: `${i}`,
    }));
    writeFileSync(path.join(folder, `${index}.ndjson`), many.map((row) => JSON.stringify(row)).join('\n'));
    await makeIndex(url, index, { name: keyword, digits: keyword }, many);
    const rules = ['name != "anna"', 'name in ("anna", "user 7")', 'name is not null', 'digits is null'].map(
      (expr) => ({
        name: expr,
        expr,
        node: parseRule(expr),
      })
    );
    const odd = 'digits > 5';
    const asked = [...rules, { name: odd, expr: odd, node: parseRule(odd) }];
    const [file, store] = await Promise.all([
      new FileSource({ type: 'file', folder }).countRules(
        { selection: { path: `${index}.ndjson` }, rules, windows: [null], segmentBy: [] },
        {}
      ),
      sourceAt(url).countRules({ selection: { index }, rules: asked, windows: [null], segmentBy: [] }, {}),
    ]);
    expect(sorted(store, new Map())).toEqual(sorted(file, new Map()));
    expect([...store.refused]).toEqual([[odd, expect.stringMatching(/texts/)]]);
  });
});
