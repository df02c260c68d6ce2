import { dirname } from 'node:path';
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
  expect(clean.stdout).toMatch(/^0 of 4 failed, 0 with a warning, 4 passed, 0 not checked/);
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
  expect(failed.stdout).toMatch(/users +failed +outside_range +1 of 399 values \(0\.251%\) are outside .* -15\./);
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

test('learns nothing of a column that is asked for and not there, and of one without values that all are missing', async () => {
  const asked = await modelwatch(['check', good, '--learn', '--features', 'users,visitors']);
  expect(asked).toMatchObject({ status: 2, stdout: '' });
  expect(asked.stderr).toMatch(/good\.csv has no values in a column "visitors"\. Check its name\.\n$/);
  const empty = csv('empty.csv', { x: rows(N), gap: rows(N).map(() => '') });
  const learnt = await modelwatch(['check', empty, '--learn']);
  expect(learnt).toMatchObject({ status: 0, stderr: '' });
  expect(learnt.stdout).toMatch(/gap:\n +type: categorical\n +maxMissingRate: 1\n/);
});

test('takes 1.0 for 1, and numbers and truths of the expectations for categories', async () => {
  const codes = rows(N).map((i) => i % 4);
  const before = csv('codes.csv', { code: codes, flag: rows(N).map((i) => i % 2) });
  const now = csv('gaps.csv', {
    code: codes.map((code) => `${code}.0`),
    flag: rows(N).map((i) => (i % 2 === 0 ? 'False' : 'True')),
  });
  const found = await resultsOf('check', now, '--baseline', before);
  // Not a new category; that the column is written in another way is worth a look.
  expect(found.map(({ feature, finding, severity }) => [feature, finding, severity])).toEqual([
    ['code', 'spelling_changed', 1],
    ['(rows)', null, 0],
    ['flag', null, 0],
  ]);
  const expectations = put('codes.yaml', 'features: {code: {allowed: [0, 1, 2]}, flag: {allowed: [0, 1]}}');
  const outside = await resultsOf('check', now, '--expectations', expectations);
  expect(outside.map(({ feature, finding, facts }) => [feature, finding, Object(facts).examples])).toEqual([
    ['code', 'outside_set', '"3.0"'],
    ['(rows)', null, undefined],
    ['flag', null, undefined],
  ]);
});

test('of columns that are not there it says so, and does not miss the rows', async () => {
  const expectations = put('gone.yaml', 'features: {visitors: {min: 0}}');
  const found = await resultsOf('check', good, '--expectations', expectations);
  expect(found.map(({ feature, finding }) => `${feature} ${finding}`)).toEqual([
    'visitors column_vanished',
    '(rows) null',
  ]);
});

test('an expectation makes the type that it is of, whatever the values look like', async () => {
  const codes = csv('stars.csv', { stars: rows(N).map((i) => i % 5), flag: rows(N).map((i) => i % 3), year: rows(N) });
  const expectations = put(
    'stars.yaml',
    "features: {stars: {min: 1, max: 5}, flag: {type: boolean}, year: {pattern: '\\d{1,2}'}}"
  );
  const found = await resultsOf('check', codes, '--expectations', expectations);
  expect(
    found.map(({ feature, finding, facts }) => [feature, finding, Object(facts).count, Object(facts).example])
  ).toEqual(
    expect.arrayContaining([
      ['stars', 'outside_range', 80, undefined],
      ['flag', 'mistyped', 133, '2'],
      ['year', 'pattern_broken', 300, '100'],
    ])
  );
});

test('one value alone is broken where that is expected not to be, without a baseline too', async () => {
  const same = csv('same.csv', { class: rows(N).map(() => 'late'), kind: table.kind });
  const expectations = put('varied.yaml', 'features: {class: {constant: false}, kind: {constant: false}}');
  const found = await resultsOf('check', same, '--expectations', expectations);
  expect(found.map(({ feature, finding }) => `${feature} ${finding}`)).toEqual([
    'class constant',
    '(rows) null',
    'kind null',
  ]);
});

test('shows an example of text among numbers', async () => {
  const { stdout } = await modelwatch(['check', bad, '--baseline', good]);
  expect(stdout).toMatch(/1 of 400 values \(0\.25%\) are text where numbers belong, such as "cat"\./);
});

describe('bad input: status 2 and one clear line', () => {
  test.each([
    [[good], 'needs --expectations FILE, --baseline FILE or --learn'],
    [[good, '--learn', '--baseline', bad], '--learn writes expectations of the file alone'],
    [[good, '--baseline', bad, '--window', '1d'], '--window needs --time'],
    [[good, '--learn', '--tolerance', 'much'], '--tolerance: "much" is not a number'],
    [[good, '--expectations', put('broken.yaml', 'features: [')], 'is not valid YAML'],
    [[good, '--expectations', put('wrong.yaml', 'features: {users: {minimum: 1}}')], '"features.users"'],
    [[good, '--expectations', put('empty.yaml', '')], 'holds no expectations: there is no "features"'],
    [[good, '--expectations', put('cut.yaml', 'features: {users: {min: 1')], 'at line 1, column 26.\n'],
    [[good, '--expectations', put('later.yaml', 'version: 2\nfeatures: {}')], 'this Modelwatch reads version 1'],
    [[good, '--expectations', put('regex.yaml', 'features: {id: {pattern: "[a-"}}')], 'is not a regular expression: '],
    [
      [good, '--expectations', put('mixed.yaml', 'features: {kind: {type: categorical, min: 1}}')],
      '"features.kind": has "min", which is no expectation of the type categorical',
    ],
    [[good, '--expectations', dirname(good)], 'is a folder. Enter a file'],
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

test('finds rows that arrive late, as typed, as expected by a file, and as learnt', async () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 0, 5) + minutes * 60_000).toISOString();
  const log = (name: string, late: (i: number) => number) =>
    csv(name, {
      time: rows(N).map(at),
      logged_at: rows(N).map((i) => at(i + late(i))),
      users: rows(N).map((i) => i % 37),
    });
  const [fine, slow] = [log('fine.csv', (i) => 1 + (i % 3)), log('slow.csv', (i) => (i % 10 === 0 ? 90 : 1 + (i % 3)))];
  const asked = ['--time', 'time', '--arrival', 'logged_at'];
  const namesOf = async (...args: string[]) =>
    (await resultsOf('check', ...args))
      .filter(({ finding }) => finding !== null)
      .map((row) => `${row.feature} ${row.finding}`);
  expect(await namesOf(slow, '--baseline', fine, ...asked)).toEqual(['(delay) late_changed']);
  expect(await namesOf(slow, '--baseline', fine, ...asked, '--max-delay', '1h')).toEqual(['(delay) late']);
  expect(await namesOf(slow, '--baseline', fine, ...asked, '--max-delay', '2h')).toEqual(['(delay) late_changed']);
  const { stdout } = await modelwatch(['check', fine, ...asked, '--learn']);
  expect(stdout).toMatch(/arrival:\n {2}field: logged_at\n {2}maxDelay: 198s\n/);
  const learnt = put('arrival.yaml', stdout);
  expect(await namesOf(fine, '--time', 'time', '--expectations', learnt)).toEqual([]);
  expect(await namesOf(slow, '--time', 'time', '--expectations', learnt)).toEqual(['(delay) late']);
  const untimed = await modelwatch(['check', fine, '--expectations', learnt]);
  expect([untimed.status, untimed.stderr]).toEqual([
    2,
    expect.stringMatching(/how late rows may arrive.*--time COLUMN/),
  ]);
  // The newest row is from January, and a year without one is no delay.
  expect(await namesOf(fine, '--baseline', fine, '--time', 'time', '--max-age', '1h')).toEqual(['(rows) stale']);
  const { status, stderr } = await modelwatch(['check', slow, '--baseline', fine, '--arrival', 'logged_at']);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/need --time COLUMN/)]);
});

test('checks rules across columns, and ends with status 2 for one that is wrong, with its line', async () => {
  const orders = csv('orders.csv', {
    start: ['2024-01-01', '2024-01-03', '2024-01-05'],
    end: ['2024-01-02', '2024-01-02', ''],
  });
  const rules = (...lines: string[]) => put('rules.yaml', ['version: 1', 'rules:', ...lines].join('\n'));
  const right = '  - { name: in order, expr: start <= end }';
  const broken = await modelwatch(['check', orders, '--expectations', rules(right), '--fail-on', 'broken']);
  expect(broken).toMatchObject({ status: 1, stderr: '' });
  expect(broken.stdout).toMatch(
    /\(rule\) in order +failed +rule_broken +1 of 2 rows \(50%\) break start <= end, the first is row 2\. 1 row isn't judged/
  );
  const wrong = '  - { name: wrong, expr: strat <= end }';
  const refused = await modelwatch(['check', orders, '--expectations', rules(right, wrong), '--fail-on', 'broken']);
  expect(refused.status).toBe(2);
  expect(refused.stdout).toMatch(/\(rule\) in order +failed/);
  expect(refused.stderr).toContain('rules.yaml, line 4, rule "wrong", at character 1 (strat <= end): ');
  expect(refused.stderr).toContain('Did you mean start?');
});
