import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modelwatch, resultsOf } from './modelwatch';
import { choice, normal, sampleFolder } from './samples';

const { put, csv } = sampleFolder();
const N = 5000;
const training = csv('train.csv', { id: normal(N, 0, 1), x: normal(N, 0, 1), kind: choice(N, 'aab', 2) });
const live = csv('live.csv', { id: normal(N, 5, 1), x: normal(N, 0.5, 1), kind: choice(N, 'aab', 4) });
put('train.csv.dvc', 'outs:\n- md5: 0123456789abcdef0123456789abcdef\n  size: 1\n  path: train.csv\n');
const stored = join(dirname(training), 'baseline.json');

test('writes a profile with where it comes from, and compares a file with it as with the rows', async () => {
  const made = await modelwatch([
    'profile',
    training,
    '--output',
    stored,
    '--features',
    'x,kind',
    '--label',
    'model=delay',
  ]);
  expect([made.status, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toContain('baseline.json: 2 columns of 5,000 rows of train.csv.');
  const profile = JSON.parse(readFileSync(stored, 'utf8')) as Record<string, unknown>;
  expect(profile).toMatchObject({
    modelwatch_profile: 1,
    rows: N,
    labels: { model: 'delay' },
    source: {
      name: 'train.csv',
      dvc_md5: '0123456789abcdef0123456789abcdef',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
  const against = async (baseline: string) => {
    const rows = await resultsOf('drift', '--baseline', baseline, '--current', live, '--features', 'x,kind');
    return rows
      .filter(({ deciding }) => deciding)
      .map(({ feature, verdict, n_baseline }) => [feature, verdict, n_baseline])
      .sort();
  };
  expect(await against(stored)).toEqual(await against(training));
  const table = await modelwatch(['drift', '--baseline', stored, '--current', live, '--features', 'x,kind']);
  expect(table.stdout).toContain('compared with the profile "baseline" of train.csv (5,000 rows');
});

test('keeps how texts are written and their words, for checks and expectations, and no text itself', async () => {
  const usual = [
    'the flight is late again',
    'the flight is on time',
    'nothing to say of this flight',
    'late once more',
  ];
  const notes = (others: readonly string[]) =>
    Array.from({ length: 400 }, (_, i) => `${others[i % others.length]} no ${i}`);
  const table = { key: Array.from({ length: 400 }, (_, i) => `k-${i}`), note: notes(usual) };
  const rows = csv('notes.csv', table);
  const german = csv('german.csv', {
    ...table,
    note: notes(['der Flug kommt heute leider zu spät', usual[1]]),
  });
  const profile = join(dirname(rows), 'notes.json');
  const made = await modelwatch(['profile', rows, '--output', profile]);
  expect([made.status, made.stderr]).toEqual([0, '']);
  expect(readFileSync(profile, 'utf8')).not.toContain('flight is');
  expect(await resultsOf('check', rows, '--baseline', profile)).toMatchObject(
    ['(rows)', 'key', 'note'].map((feature) => ({ feature, finding: null }))
  );
  const found = await resultsOf('check', german, '--baseline', profile);
  expect(found.map(({ feature, finding }) => `${feature} ${finding}`)).toContain('note words_unknown');
  const learnt = await modelwatch(['check', profile, '--learn']);
  expect(learnt.stdout).toMatch(/key:\n +type: text|key:\n +type: categorical/);
  expect(learnt.stdout).toMatch(/note:\n +type: text\n +maxMissingRate: 0\n +minLength: \d+\n +maxLength: \d+/);
  const refused = await modelwatch(['check', profile, '--baseline', rows]);
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain('is a profile and has no rows to check');
});

test('answers a query whose connections file names the folder of profiles', async () => {
  put('connections.yaml', 'connections:\n  logs: {type: file, folder: .}\nprofiles: .\n');
  const query = put(
    'query.json',
    JSON.stringify({ kind: 'drift', current: { path: 'live.csv' }, baseline: { kind: 'profile', id: 'baseline' } })
  );
  const rows = await resultsOf('query', query, '--connections', join(dirname(query), 'connections.yaml'));
  expect(new Set(rows.map(({ feature }) => feature))).toEqual(new Set(['x', 'kind']));
});

test('keeps what a query selects, in its range', async () => {
  const time = Array.from({ length: 48 }, (_, i) => new Date(Date.UTC(2026, 0, 1, i)).toISOString());
  csv('timed.csv', { time, x: time.map((_, i) => i), y: time.map((_, i) => -i) });
  const selection = { path: 'timed.csv', timeField: 'time', features: [{ name: 'double', field: 'x' }] };
  const query = put(
    'selected.json',
    JSON.stringify({ kind: 'drift', current: selection, baseline: { kind: 'profile', id: 'day' } })
  );
  const connections = put('files.yaml', 'connections:\n  mine: {type: file, folder: .}\nprofiles: .\n');
  const output = join(dirname(query), 'day.json');
  const range = ['--from', '2026-01-01T00:00:00Z', '--to', '2026-01-02T00:00:00Z'];
  const made = await modelwatch(['profile', query, '--connections', connections, ...range, '--output', output]);
  expect([made.status, made.stderr]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({
    rows: 24,
    source: { name: 'timed.csv', connection: 'mine', from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z' },
    columns: [{ name: 'double', type: 'numeric', distribution: { minimum: 0, maximum: 23 } }],
  });
  const rows = await resultsOf('query', query, '--connections', connections, ...range);
  expect(rows.filter(({ deciding }) => deciding).map((row) => [row.feature, row.n_baseline, row.n_current])).toEqual([
    ['double', 24, 24],
  ]);
});

test.each([
  [['profile', training, '--output', stored, '--from', 'now-6h'], '--from needs --connections'],
  [['profile', training, '--output', stored, '--connections', 'c.yaml', '--query', 'x:1'], "--query can't go with"],
  [['profile', training], 'needs one file and --output FILE'],
  [['profile', join(dirname(training), 'nothing.csv'), '--output', stored], 'nothing.csv not found. Check the path'],
  [['profile', training, '--output', stored, '--label', 'model'], '--label: "model" is not of the form NAME=VALUE'],
  [['profile', training, '--output', stored, '--minimum-count', 'few'], '--minimum-count: "few" is not a whole number'],
])('says in one line what is wrong with %j', async (args, message) => {
  const { status, stderr } = await modelwatch(args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('answers a query of the kind volume, with an exit status where a measure is off', async () => {
  const hours = Array.from({ length: 49 * 100 }, (_, i) => new Date(Date.UTC(2026, 0, 1) + i * 36_000).toISOString());
  csv('calls.csv', { time: hours.filter((_, i) => i < 47 * 100 || i >= 48 * 100 || i % 5 === 0) });
  const query = put(
    'volume.json',
    JSON.stringify({
      kind: 'volume',
      window: '1h',
      current: { path: 'calls.csv', timeField: 'time' },
      measures: [{ name: 'calls', aggregate: 'count' }],
      baseline: { kind: 'previous', offset: '1d' },
    })
  );
  const range = ['--from', '2026-01-02T20:00:00Z', '--to', '2026-01-03T00:00:00Z'];
  const rows = await resultsOf('query', query, ...range);
  expect(rows.map(({ time, value, expected, severity }) => [time, value, expected, severity])).toEqual([
    ['2026-01-02T23:00:00.000Z', 20, 100, 2],
    ['2026-01-02T20:00:00.000Z', 100, 100, 0],
    ['2026-01-02T21:00:00.000Z', 100, 100, 0],
    ['2026-01-02T22:00:00.000Z', 100, 100, 0],
  ]);
  const { status, stdout } = await modelwatch(['query', query, ...range, '--fail-on', 'drift']);
  expect(status).toBe(1);
  expect(stdout).toContain('1 of 4 out of range, compared with the same time 1d earlier.');
  expect(stdout).toContain('80% below expected: 20 vs. 100 expected (the past window).');
});
