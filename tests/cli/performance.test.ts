import { modelwatch, resultsOf, type ResultRow } from './modelwatch';
import { sampleFolder } from './samples';

const { put, csv } = sampleFolder();

/** 40 rows: 12 true and 4 false positives, 20 true and 4 false negatives. */
const cells: Array<[predicted: string, actual: string, rows: number]> = [
  ['late', 'late', 12],
  ['late', 'on_time', 4],
  ['on_time', 'on_time', 20],
  ['on_time', 'late', 4],
];
const rows = cells.flatMap(([predicted, actual, count]) => Array.from({ length: count }, () => [predicted, actual]));
const file = csv('flights.csv', {
  id: rows.map((_, i) => `f${i}`),
  prediction: rows.map(([predicted]) => predicted),
  actual: rows.map(([, actual]) => actual),
});
const values = (results: readonly ResultRow[]) =>
  Object.fromEntries(results.map(({ metric, value }) => [metric, value]));

test('measures classes against labels in the same file', async () => {
  const results = await resultsOf(
    'performance',
    file,
    '--label',
    'actual',
    '--prediction',
    'prediction',
    '--positive',
    'late'
  );
  expect(values(results)).toMatchObject({ accuracy: 0.8, precision: 0.75, recall: 0.75, f1: 0.75 });
  const accuracy = results.find(({ metric }) => metric === 'accuracy');
  expect(accuracy).toMatchObject({ rows: 40, labelled: 40, share_labelled: 1, bound_low: 0.8, bound_high: 0.8 });
  expect(Number(accuracy?.low)).toBeLessThan(0.8);
  expect(Number(accuracy?.high)).toBeGreaterThan(0.8);
});

test('finds labels in another file by a key, in any order', async () => {
  const predictions = csv('p.csv', {
    id: rows.map((_, i) => `f${i}`),
    prediction: rows.map(([predicted]) => predicted),
  });
  const shuffled = rows.map(([, actual], i) => [`f${i}`, actual]).reverse();
  const labels = csv('labels.csv', { id: shuffled.map(([id]) => id), actual: shuffled.map(([, actual]) => actual) });
  const results = await resultsOf(
    ...['performance', predictions, '--labels', labels, '--key', 'id', '--label', 'actual'],
    ...['--prediction', 'prediction', '--positive', 'late']
  );
  expect(values(results)).toMatchObject({ accuracy: 0.8, precision: 0.75, recall: 0.75 });
});

test('measures errors of numbers', async () => {
  const numbers = csv('numbers.csv', { p: [1, 2.5, 3.5, 4], y: [1.5, 2, 3.5, 6.5] });
  const results = await resultsOf('performance', numbers, '--label', 'y', '--prediction', 'p');
  expect(values(results)).toMatchObject({ mae: 0.875, bias: -0.625 });
});

test('says why a metric is undefined instead of a number', async () => {
  const none = csv('none.csv', {
    p: Array<string>(50).fill('no'),
    y: [...Array<string>(40).fill('no'), ...Array<string>(10).fill('yes')],
  });
  const results = await resultsOf('performance', none, '--label', 'y', '--prediction', 'p', '--positive', 'yes');
  expect(results.find(({ metric }) => metric === 'precision')).toMatchObject({ value: null, low: null, high: null });
  expect(String(results.find(({ metric }) => metric === 'precision')?.reason)).toMatch(/predicted/);
  expect(values(results)).toMatchObject({ recall: 0 });
});

test.each([
  [['performance'], 'needs one file'],
  [['performance', file, '--prediction', 'prediction'], '--label is missing'],
  [['performance', file, '--label', 'actual'], 'name the column of the predicted class'],
  [['performance', file, '--label', 'actul', '--prediction', 'prediction'], 'actul'],
  [['performance', file, '--label', 'actual', '--prediction', 'actual'], 'is the prediction as well'],
  [['performance', file, '--label', 'actual', '--prediction', 'prediction', '--positive', 'lat'], 'occurs in no row'],
  [['performance', file, '--label', 'actual', '--prediction', 'prediction', '--labels', file], 'belong together'],
  [['performance', file, '--label', 'actual', '--prediction', 'prediction', '--window', '1d'], 'needs --time'],
  [['performance', file, '--label', 'actual', '--prediction', 'prediction', '--objective', 'recall'], 'METRIC=NUMBER'],
  [['performance', file, '--label', 'actual', '--prediction', 'prediction', '--fairness', 'id'], 'belong together'],
  [
    ['performance', file, '--label', 'actual', '--prediction', 'prediction', '--fairness', 'id', '--favorable', 'x'],
    'class "x" occurs in no row',
  ],
])('%j: one line that says what is wrong', async (args, message) => {
  const { status, stdout, stderr } = await modelwatch(args);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('leaves out scores that are no probabilities, and says so', async () => {
  const scores = csv('scores.csv', {
    s: [0.1, 0.9, 1.5, ...Array<number>(60).fill(0.2)],
    y: [0, 1, 1, ...Array<number>(60).fill(0)],
  });
  const { stdout } = await modelwatch(['performance', scores, '--label', 'y', '--score', 's', '--format', 'json']);
  const { notices } = JSON.parse(stdout) as { notices: string[] };
  expect(notices).toContain('"s" is not between 0 and 1 in 1 row, such as 1.5. They are left out.');
});

test('exits with status 1 where an objective is missed', async () => {
  const args = [
    'performance',
    file,
    '--label',
    'actual',
    '--prediction',
    'prediction',
    '--positive',
    'late',
    '--significance',
    'iid',
  ];
  expect((await modelwatch([...args, '--objective', 'accuracy=0.99', '--fail-on', 'worse'])).status).toBe(1);
  expect((await modelwatch([...args, '--objective', 'accuracy=0.5', '--fail-on', 'worse'])).status).toBe(0);
});

test('writes JSON lines, Parquet and CSV alike', async () => {
  const lines = rows.map(([prediction, actual]) => JSON.stringify({ prediction, actual })).join('\n');
  const ndjson = put('flights.ndjson', lines);
  const options = ['--label', 'actual', '--prediction', 'prediction', '--positive', 'late'];
  expect(values(await resultsOf('performance', ndjson, ...options))).toEqual(
    values(await resultsOf('performance', file, ...options))
  );
});

test('compares groups of people, and fails where one is treated differently', async () => {
  const groups = csv('groups.csv', {
    sex: Array.from({ length: 800 }, (_, i) => (i % 2 === 0 ? 'male' : 'female')),
    decision: Array.from({ length: 800 }, (_, i) => (i % (i % 2 === 0 ? 4 : 10) < 2 ? 'yes' : 'no')),
    actual: Array.from({ length: 800 }, (_, i) => (i % 3 === 0 ? 'yes' : 'no')),
  });
  const args = ['performance', groups, '--label', 'actual', '--prediction', 'decision', '--positive', 'yes'];
  const ask = [...args, '--fairness', 'sex', '--favorable', 'yes', '--reference', 'male', '--fail-on', 'worse'];
  const { status, stdout } = await modelwatch([...ask, '--format', 'json']);
  expect(status).toBe(1);
  const { fairness } = JSON.parse(stdout) as { fairness: Array<Record<string, unknown>> };
  expect(fairness[1]).toMatchObject({
    ...{ measure: 'disparate_impact', group: 'female', reference: 'male', value: 0.4, verdict: 'outside' },
    ...{ rows: 400, reference_rows: 400, limit_low: 0.8, limit_high: 1.2 },
  });
  expect((await modelwatch(ask)).stdout).toContain('sex female vs. male: ratio 0.4');
  expect((await modelwatch([...args, '--fail-on', 'worse'])).status).toBe(0);
});

test('fails where a new version is to be rolled back, and not where it may stay', async () => {
  const days = Array.from({ length: 30 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString());
  const calls = days.flatMap((time) =>
    Array.from({ length: 200 }, (_, i) => ({ time, version: i % 2 === 0 ? 'a' : 'b', turn: i >> 1 }))
  );
  /** Version b is wrong in `wrong` of ten calls, version a in one. */
  const log = (name: string, wrong: number) =>
    csv(name, {
      time: calls.map(({ time }) => time),
      version: calls.map(({ version }) => version),
      prediction: calls.map(() => 'yes'),
      actual: calls.map(({ version, turn }) => (turn % 10 < (version === 'a' ? 1 : wrong) ? 'no' : 'yes')),
      known: calls.map(({ time }) => time),
    });
  const statusOf = async (path: string) => {
    const query = put(
      `${path.split('/').pop()}.json`,
      JSON.stringify({
        version: 1,
        kind: 'performance',
        current: { connection: 'files', path: path.split('/').pop(), timeField: 'time' },
        prediction: 'prediction',
        positive: 'yes',
        label: { field: 'actual', timeField: 'known', deadline: '1h' },
        compare: { field: 'version', old: 'a', new: 'b' },
        metrics: ['accuracy'],
      })
    );
    const args = ['query', query, '--from', '2024-01-01T00:00:00Z', '--to', '2024-02-01T00:00:00Z'];
    const { status, stdout } = await modelwatch([...args, '--fail-on', 'drift']);
    return [status, /roll back/i.test(stdout)];
  };
  expect(await statusOf(log('worse.csv', 4))).toEqual([1, true]);
  expect(await statusOf(log('same.csv', 1))).toEqual([0, false]);
});
