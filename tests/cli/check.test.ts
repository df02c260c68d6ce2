import { modelwatch, resultsOf } from './modelwatch';
import { sampleFolder } from './samples';

const { put, csv } = sampleFolder();
const N = 400;
const rows = (n: number) => Array.from({ length: n }, (_, i) => i);
const table = {
  id: rows(N).map((i) => `id-${i}`),
  users: rows(N).map((i) => i % 37),
  kind: rows(N).map((i) => 'abc'[i % 3]),
};
const good = csv('good.csv', table);
const bad = csv('bad.csv', {
  id: table.id.map((id, i) => (i === 5 ? 'id-4' : id)),
  users: table.users.map((count, i) => (i === 7 ? -15 : i === 9 ? 'cat' : count)),
  kind: table.kind.map((kind, i) => (i === 11 ? 'cat' : kind)),
});

test('learns expectations that the file itself meets, and names what breaks them', async () => {
  const { status, stdout } = await modelwatch(['check', good, '--learn']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^# What good\.csv was like\./);
  const expectations = put('expectations.yaml', stdout);
  const clean = await modelwatch(['check', good, '--expectations', expectations, '--fail-on', 'warning']);
  expect(clean.status).toBe(0);
  expect(clean.stdout).toMatch(/^0 of 4 broken, 0 worth a look, 4 in order, 0 not checked/);
  const found = await resultsOf('check', bad, '--expectations', expectations);
  expect(found.map(({ feature, finding, facts }) => [feature, finding, Object(facts).count])).toEqual(
    expect.arrayContaining([
      ['id', 'not_unique', 2],
      ['users', 'outside_range', 1],
      ['users', 'mistyped', 1],
      ['kind', 'outside_set', 1],
    ])
  );
  const failed = await modelwatch(['check', bad, '--expectations', expectations, '--fail-on', 'broken']);
  expect(failed.status).toBe(1);
  expect(failed.stdout).toMatch(/users +broken +outside_range +1 of 399 values \(0\.251 %\) lie outside .* -15\./);
});

test('compares with a file that was in order: columns that are gone, renamed and new', async () => {
  const { id, users, kind } = table;
  const other = csv('other.csv', { id, visitors: users, sort: kind.map((name) => name.toUpperCase()) });
  const found = await resultsOf('check', other, '--baseline', good);
  expect(found.map(({ feature, finding }) => `${feature} ${finding}`).sort()).toEqual(
    [
      'users column_renamed',
      'kind column_vanished',
      'sort column_new',
      '(rows) null',
      'id null',
      'visitors null',
    ].sort()
  );
});

test('takes 1.0 for 1, and numbers and truths of the expectations for categories', async () => {
  const codes = rows(N).map((i) => i % 4);
  const before = csv('codes.csv', { code: codes, flag: rows(N).map((i) => i % 2) });
  const now = csv('gaps.csv', {
    code: codes.map((code) => `${code}.0`),
    flag: rows(N).map((i) => (i % 2 === 0 ? 'False' : 'True')),
  });
  const found = await resultsOf('check', now, '--baseline', before);
  expect(found.map(({ finding }) => finding)).toEqual([null, null, null]);
  const expectations = put('codes.yaml', 'features: {code: {allowed: [0, 1, 2]}, flag: {allowed: [0, 1]}}');
  const outside = await resultsOf('check', now, '--expectations', expectations);
  expect(outside.map(({ feature, finding, facts }) => [feature, finding, Object(facts).examples])).toEqual([
    ['code', 'outside_set', '"3.0"'],
    ['(rows)', null, undefined],
    ['flag', null, undefined],
  ]);
});

describe('bad input: status 2 and one clear line', () => {
  test.each([
    [[good], 'needs --expectations FILE, --baseline FILE or --learn'],
    [[good, '--learn', '--baseline', bad], '--learn writes expectations of the file alone'],
    [[good, '--baseline', bad, '--window', '1d'], '--window needs --time'],
    [[good, '--learn', '--tolerance', 'much'], '--tolerance: "much" is not a number'],
    [[good, '--expectations', put('broken.yaml', 'features: [')], 'is not valid YAML'],
    [[good, '--expectations', put('wrong.yaml', 'features: {users: {minimum: 1}}')], '"features.users"'],
    [[good, '--expectations', put('turned.yaml', 'features: {users: {min: 2, max: 1}}')], '"min" above its "max"'],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await modelwatch(['check', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

test('explains itself', async () => {
  const { status, stdout } = await modelwatch(['check', '--help']);
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'modelwatch check FILE [options]']);
});
