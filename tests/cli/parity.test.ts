import { modelwatch, type ResultRow } from './modelwatch';
import { sampleFolder } from './samples';

const { csv, put } = sampleFolder();
const N = 40;
const rows = Array.from({ length: N }, (_, i) => i);
const miles = rows.map((i) => 10 + ((i * 7919) % 1000) / 8);
const carriers = rows.map((i) => ['AA', 'UA', 'DL'][i % 3]);
const training = csv('train.csv', {
  id: rows.map((i) => `f${i}`),
  miles,
  wind: rows.map((i) => (i % 5 === 0 ? '' : 3 + i / 8)),
  carrier: carriers,
  hour: rows.map((i) => i % 24),
  old: rows,
});
const served = csv('served.csv', {
  id: rows.map((i) => `f${N - i}`),
  miles: rows.map((i) => (miles[N - i] ?? 0) * 1.609344),
  wind: rows.map((i) => ((N - i) % 5 === 0 ? -1 : 3 + (N - i) / 8)),
  carrier: rows.map((i) => (carriers[N - i] ?? 'AA').toLowerCase()),
  hour: rows.map((i) => (N - i) % 24),
  fresh: rows,
});

test('joins rows by their key and names what differs', async () => {
  const { status, stdout, stderr } = await modelwatch(['parity', training, served, '--key', 'id', '--format', 'json']);
  expect([status, stderr]).toEqual([0, '']);
  const {
    rows: joined,
    results,
    notes,
  } = JSON.parse(stdout) as { rows: number; results: ResultRow[]; notes: string[] };
  expect(joined).toBe(N - 1);
  expect(results.map(({ column, differing, sentence }) => [column, differing, sentence])).toEqual([
    ['miles', N - 1, 'scaled: served = training × 1.609344 (miles to kilometers)'],
    ['wind', 7, 'missing in training, -1 when served'],
    ['carrier', N - 1, 'only upper and lower case differ'],
    ['hour', 0, 'the same'],
  ]);
  expect(notes).toEqual([
    '1 rows are only on the training side.',
    '1 rows are only on the serving side.',
    'Only on the training side: old.',
    'Only on the serving side: fresh.',
  ]);
});

test('shows a table, and exits with 1 where that is asked for', async () => {
  const asked = ['parity', training, served, '--key', 'id', '--fail-on', 'difference'];
  const { status, stdout } = await modelwatch(asked);
  expect(status).toBe(1);
  expect(stdout).toContain(`3 of 4 columns differ in ${N - 1} rows that both sides have.`);
  expect((await modelwatch([...asked, '--features', 'hour'])).status).toBe(0);
});

test('compares distributions without a key', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => i);
  const value = (i: number) => ((i * 7919) % 3001) / 8 + 1;
  const before = csv('many.csv', {
    distance: many.map(value),
    amount: many.map((i) => value(3 * i)),
    carrier: many.map((i) => ['AA', 'UA', 'AA', 'AA'][i % 4]),
    hour: many.map((i) => i % 24),
  });
  const order = many.map((i) => (i * 7) % 3000);
  const after = csv('other.csv', {
    distance: order.map((i) => value(i) * 1.609344),
    amount: order.map((i) => Math.log1p(value(3 * i))),
    carrier: order.map((i) => ['0', '1', '0', '0'][i % 4]),
    hour: order.map((i) => i % 24),
  });
  const { status, stdout } = await modelwatch(['parity', before, after, '--format', 'json', '--fail-on', 'difference']);
  expect(status).toBe(1);
  const { rows: sizes, results } = JSON.parse(stdout) as { rows: object; results: ResultRow[] };
  expect(sizes).toEqual({ training: 3000, served: 3000 });
  expect(results.map(({ column, sentence }) => [column, sentence])).toEqual([
    ['distance', 'scaled: served = training × 1.609344 (miles to kilometers)'],
    ['amount', 'served = log1p(training)'],
    ['carrier', 'text in training, numbers when served'],
    ['hour', 'the same'],
  ]);
  const table = await modelwatch(['parity', before, after]);
  expect([table.status, table.stderr]).toEqual([0, '']);
  expect(table.stdout).toContain(
    '3 of 4 columns differ in their distributions, of 3000 rows in training and 3000 served.'
  );
});

test('names nothing that chance makes differ between two days, though they have as many rows', async () => {
  const random = (day: number) => (i: number) => Math.abs(Math.sin(day * 1000 + i) * 43_758.5453) % 1;
  const day = (name: string, of: (i: number) => number) =>
    csv(name, {
      row: Array.from({ length: 800 }, (_, i) => i),
      fare: Array.from({ length: 800 }, (_, i) => 20 - 40 * Math.log(1 - of(i))),
      carrier: Array.from({ length: 800 }, (_, i) => ['AA', 'AA', 'UA', 'DL'][Math.floor(4 * of(i + 5000))]),
      wind: Array.from({ length: 800 }, (_, i) => (of(i + 9000) < 0.1 ? '' : Math.floor(9 * of(i + 7000)))),
    });
  const sides = [day('monday.csv', random(1)), day('tuesday.csv', random(2))];
  const { status, stdout } = await modelwatch(['parity', ...sides, '--fail-on', 'difference']);
  expect(stdout).toContain('0 of 4 columns differ in their distributions');
  expect(stdout).toContain('no difference beyond chance');
  expect(stdout).toContain('The two sides may hold other rows');
  expect(status).toBe(0);
});

test.each([
  [[training], 'needs two files'],
  [[training, served, '--features', 'carier'], 'no side has a column "carier"'],
  [[training, served, '--key', 'flight'], 'the training side has no column "flight"'],
  [[training, served, '--key', 'carrier'], 'has "AA" twice in "carrier"'],
])('says in one line what is wrong with %j', async (args, message) => {
  const { status, stderr } = await modelwatch(['parity', ...args]);
  expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
  expect(stderr).toContain(message);
});

describe('exact comparisons', () => {
  const rows = Array.from({ length: 100 }, (_, i) => i);
  const file = (name: string, lines: readonly string[]) => put(name, `${lines.join('\n')}\n`);
  const compare = async (training: string, served: string) => {
    const { status, stdout, stderr } = await modelwatch([
      'parity',
      training,
      served,
      '--key',
      'id',
      '--fail-on',
      'difference',
      '--format',
      'json',
    ]);
    expect(stderr).toBe('');
    const { results, notes } = JSON.parse(stdout) as { results: ResultRow[]; notes: string[] };
    return { status, found: results.map(({ column, differing, sentence }) => [column, differing, sentence]), notes };
  };

  test('an infinite number is no finite one', async () => {
    const training = file('finite.csv', ['id,v', ...rows.map((i) => `r${i},${0.5 * i + 0.25}`)]);
    const served = file('infinite.csv', ['id,v', ...rows.map((i) => `r${i},${i % 10 === 0 ? 'inf' : 0.5 * i + 0.25}`)]);
    expect(await compare(training, served)).toMatchObject({
      status: 1,
      found: [['v', 10, 'Infinity in 0% of the rows in training, in 10% when served']],
    });
  });

  test('codes are text, and numbers are not what the file calls text', async () => {
    const codes = file(
      'codes.ndjson',
      rows.map((i) => JSON.stringify({ id: i, zip: String(100 * i).padStart(4, '0') }))
    );
    const numbers = file(
      'numbers.ndjson',
      rows.map((i) => JSON.stringify({ id: i, zip: 100 * i }))
    );
    const cut = file(
      'cut.ndjson',
      rows.map((i) => JSON.stringify({ id: i, zip: String(100 * i) }))
    );
    expect((await compare(codes, numbers)).found).toEqual([['zip', 100, 'text in training, numbers when served']]);
    expect((await compare(codes, cut)).found).toMatchObject([['zip', 10, expect.anything()]]);
  });

  test('rows without a key are left out, and said', async () => {
    const training = file('keyless.ndjson', ['{"id": 1, "v": 1}', '{"id": null, "v": 5}', '{"v": 6}']);
    const served = file('keyed.csv', ['id,v', '1,1', ',3']);
    expect(await compare(training, served)).toMatchObject({
      ...{ status: 0, found: [['v', 0, 'the same']] },
      notes: expect.arrayContaining([
        '2 rows of the training side have no "id" and are left out.',
        '1 rows of the serving side have no "id" and are left out.',
      ]) as unknown,
    });
  });
});
