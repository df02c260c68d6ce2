/** @jest-environment node */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import { seededRandom } from '../../statistics/random/seededRandom';
import { evaluate } from '../evaluate';
import { noticeText, type PerformanceResult } from '../Result';

const DAY = 86_400_000;
const START = Date.parse('2024-01-01T00:00:00Z');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairness-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

interface Row {
  readonly time: string;
  readonly label_time: string;
  readonly sex: string;
  readonly branch: string;
  readonly decision: string;
  readonly score: number;
  readonly actual: string;
}

/** Forty days of 100 rows each, of men and women by turns; on the last five days no woman is approved any more. */
function drawn(ofWomen: number, more: (row: Row, i: number) => Partial<Row> = () => ({})): Row[] {
  const random = seededRandom(3, 'credit');
  return Array.from({ length: 4000 }, (_, i) => {
    const day = Math.floor(i / 100);
    const sex = i % 2 === 0 ? 'male' : 'female';
    const approved = random.next() < (sex === 'male' ? 0.5 : day >= 35 ? 0 : ofWomen);
    const row: Row = {
      time: new Date(START + day * DAY + (i % 100) * 600_000).toISOString(),
      label_time: new Date(START + (day + 1) * DAY).toISOString(),
      sex,
      branch: i % 4 < 2 ? 'north' : 'south',
      decision: approved ? 'approved' : 'declined',
      score: approved ? 0.8 : 0.3,
      actual: random.next() < 0.8 === approved ? 'approved' : 'declined',
    };
    return { ...row, ...more(row, i) };
  });
}

function write(name: string, rows: readonly Row[]): string {
  const lines = rows.map((row) => Object.values(row).join(','));
  fs.writeFileSync(path.join(folder, name), [Object.keys(rows[0]).join(','), ...lines, ''].join('\n'));
  return name;
}

async function fairness(file: string, more: object = {}): Promise<PerformanceResult> {
  const query = parseQuery({
    kind: 'performance',
    current: { path: file, timeField: 'time' },
    prediction: 'decision',
    positive: 'approved',
    label: { field: 'actual', timeField: 'label_time', deadline: '10d' },
    fairness: { field: 'sex', favorable: 'approved', reference: 'male' },
    ...more,
  });
  const connections = { files: { type: 'file' as const, folder } };
  const range = { from: START, to: START + 40 * DAY };
  return (await evaluate(query, { range, now: range.to, connections })) as PerformanceResult;
}

const equal = write('equal.csv', drawn(0.5));
const unfair = write('unfair.csv', drawn(0.3));

it('compares groups over days whose labels are complete, beside metrics of all rows', async () => {
  const { fairness: found, verdicts } = await fairness(equal);
  expect(found).toHaveLength(4);
  expect(found.every(({ group, reference }) => group === 'female' && reference === 'male')).toBe(true);
  // Thirty days are ten days old: what happened in the last five is not judged yet.
  expect(found[0]).toMatchObject({ measure: 'statistical_parity', rows: 1500, referenceRows: 1500, verdict: 'inside' });
  expect(verdicts[0]).toMatchObject({ rows: 4000, segment: {} });
});

it('finds a group that is favored less, in each segment', async () => {
  const { fairness: found } = await fairness(unfair, { segmentBy: ['branch'] });
  expect(found.map(({ segment }) => segment.branch)).toEqual([...Array(4).fill('north'), ...Array(4).fill('south')]);
  const impact = found.find(({ measure }) => measure === 'disparate_impact');
  expect(impact).toMatchObject({ verdict: 'outside', severity: 2, field: 'sex' });
  expect(impact?.value).toBeLessThan(0.75);
});

it('reads the groups once where they are segments already', async () => {
  const { fairness: found, verdicts } = await fairness(unfair, { segmentBy: ['sex'] });
  const apart = (await fairness(unfair)).fairness;
  expect(found).toEqual(apart);
  expect(new Set(verdicts.map(({ segment }) => segment.sex))).toEqual(new Set(['male', 'female']));
});

it('has the same figures from scores and a threshold', async () => {
  const { fairness: found } = await fairness(unfair, { prediction: undefined, score: 'score' });
  expect(found).toEqual((await fairness(unfair)).fairness);
});

it('counts predictions without a label in the shares that need none, or as the class that is implied', async () => {
  const half = write(
    'half.csv',
    drawn(0.3, ({ actual }) => ({ actual: actual === 'approved' ? actual : '' }))
  );
  const { fairness: found } = await fairness(half);
  expect(found[0].rows).toBe(1500);
  expect(found[2].verdict).toBe('outside');
  expect(found[3]).toMatchObject({ value: null, verdict: 'undefined' });
  const label = { field: 'actual', timeField: 'label_time', deadline: '10d', implied: 'declined' };
  const implied = (await fairness(half, { label })).fairness;
  const whole = (await fairness(unfair)).fairness;
  expect(implied.map(({ value }) => value)).toEqual(whole.map(({ value }) => value));
});

it('leaves out rows that name no group, and says so; small groups are never named', async () => {
  const few = write('few.csv', drawn(0.3, (_, i) => (i % 40 === 1 ? { sex: '' } : i % 400 === 3 ? { sex: 'diverse' } : {}))); // prettier-ignore
  const { fairness: found, notices } = await fairness(few, { minimumCount: 30 });
  expect([...new Set(found.map(({ group }) => group))]).toEqual(['female']);
  expect(notices.map(noticeText)).toContainEqual(
    '"sex" is missing in 75 rows with complete labels. Fairness leaves them out.'
  );
  const named = (await fairness(few)).fairness.filter(({ group }) => group === 'diverse');
  expect(named.every(({ verdict }) => verdict === 'undefined')).toBe(true);
});

it('says what is wrong instead of a figure', async () => {
  const ask = (more: object) => fairness(unfair, { fairness: { field: 'sex', favorable: 'approved', ...more } });
  await expect(ask({ favorable: 'aproved' })).rejects.toThrow(
    'class "aproved" occurs in no row. Classes: approved, declined'
  );
  await expect(ask({ reference: 'men' })).rejects.toThrow('has "men" in "sex". Groups: female, male.');
  await expect(ask({ field: 'gender' })).rejects.toThrow('gender');
  await expect(
    fairness(unfair, { prediction: 'score', label: { field: 'score' }, task: 'regression', positive: undefined })
  ).rejects.toThrow();
  const one = write(
    'one.csv',
    drawn(0.3, () => ({ sex: 'female' }))
  );
  const { fairness: found, notices } = await fairness(one, { fairness: { field: 'sex', favorable: 'approved' } });
  expect(found).toEqual([]);
  expect(notices.map(noticeText)).toContainEqual(
    expect.stringMatching(/^Fairness isn't measured: there are no two groups/)
  );
});
