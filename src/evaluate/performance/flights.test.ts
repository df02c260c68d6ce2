/** @jest-environment node */
import path from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import { noticeText, type PerformanceResult } from '../Result';
import { describePerformance } from '../../verdict/performance/describePerformance';
import { evaluate } from '../evaluate';

const at = (time: string) => Date.parse(time);
const month = (from: string, to: string) => ({ from: at(`${from}T00:00:00Z`), to: at(`${to}T00:00:00Z`) });

async function performance(
  query: object,
  range: { from: number; to: number } | null,
  now = at('2014-06-01T00:00:00Z')
): Promise<PerformanceResult> {
  const parsed = parseQuery({
    kind: 'performance',
    current: { path: 'flights.parquet', timeField: 'time' },
    prediction: 'prediction',
    score: 'probability_late',
    positive: 'late',
    label: { field: 'actual', timeField: 'label_time', deadline: '2d' },
    ...query,
  });
  const connections = { files: { type: 'file' as const, folder: path.resolve('demo') } };
  return (await evaluate(parsed, { range, now, connections })) as PerformanceResult;
}

const valueOf = ({ verdicts }: PerformanceResult, metric: string) =>
  verdicts.find((verdict) => verdict.metric === metric)?.current.value;

it.each([
  ['July', month('2013-07-01', '2013-08-01'), [0.77, 0.75, 0.69, 0.382, 0.021], 28_280],
  ['September', month('2013-09-01', '2013-10-01'), [0.732, 0.882, 0.704, 0.19, 0.054], 26_966],
])(
  'measures %s as the README of the demo lists it',
  async (_, range, [auc, accuracy, precision, recall, calibration], labelled) => {
    // Labels of the month's last flights came in the first days of the next.
    const result = await performance({}, { from: range.from, to: range.to + 3 * 86_400_000 });
    const whole = await performance({ label: { field: 'actual' } }, range);
    expect(result.verdicts.length).toBeGreaterThan(10);
    expect(whole.verdicts[0].labelled).toBe(labelled);
    expect(valueOf(whole, 'roc_auc')).toBeCloseTo(auc, 3);
    expect(valueOf(whole, 'accuracy')).toBeCloseTo(accuracy, 3);
    expect(valueOf(whole, 'precision')).toBeCloseTo(precision, 3);
    expect(valueOf(whole, 'recall')).toBeCloseTo(recall, 3);
    // The README takes bins of equal count, the metric of equal width.
    expect(Math.abs((valueOf(whole, 'calibration_error') ?? 0) - calibration)).toBeLessThan(0.01);
  }
);

it('judges no window whose labels are still to come, and says when they are complete', async () => {
  const range = { from: at('2013-07-01T04:00:00Z'), to: at('2013-07-20T04:00:00Z') };
  const { verdicts } = await performance({ window: '1d', baseline: { kind: 'previous', offset: '28d' } }, range);
  const auc = verdicts.filter(({ metric }) => metric === 'roc_auc');
  const [old, young] = [auc.at(0), auc.at(-1)];
  expect(old?.matureAt).toBeNull();
  expect(old?.verdict).not.toBe('labels_pending');
  expect(young).toMatchObject({ verdict: 'labels_pending', severity: null });
  expect(young?.matureAt).toBe((young?.window?.to ?? 0) + 2 * 86_400_000);
  expect(young?.estimated?.value).toBeGreaterThan(0.6);
  const accuracy = verdicts.filter(({ metric }) => metric === 'accuracy').at(-1);
  const { rows, labelled, current, reason } = accuracy!;
  // Labels of the last day that came are right in this share; all others could be wrong or right.
  expect(Number(reason.facts.if_missing_high) - Number(reason.facts.if_missing_low)).toBeCloseTo(
    1 - labelled / rows,
    9
  );
  expect(reason.facts.if_missing_low).toBeLessThan(current.value ?? NaN);
  expect(describePerformance(accuracy!)).toMatch(
    /Whatever the missing labels say, it lies between [\d.]+% and [\d.]+%\./
  );
});

it('knows only labels that had come by the end of the range', async () => {
  const day = { from: at('2013-07-10T04:00:00Z'), to: at('2013-07-11T04:00:00Z') };
  const { verdicts } = await performance({}, day);
  const whole = await performance({ label: { field: 'actual' } }, day);
  expect(verdicts[0].labelled).toBeLessThan(whole.verdicts[0].labelled);
  expect(verdicts[0].rows).toBe(whole.verdicts[0].rows);
});

it('tells the concept drift of September, which the estimate can not see', async () => {
  const baseline = { kind: 'window', from: '2013-07-01T04:00:00Z', to: '2013-09-01T04:00:00Z' };
  const result = await performance({ baseline }, month('2013-09-01', '2013-10-03'));
  const accuracy = result.verdicts.find(({ metric }) => metric === 'accuracy');
  const september = await performance({ baseline, label: { field: 'actual' } }, month('2013-09-01', '2013-10-01'));
  expect(september.verdicts.find(({ metric }) => metric === 'accuracy')?.estimated?.value).toBeCloseTo(0.823, 2);
  expect(accuracy?.current.value).toBeGreaterThan(0.86);
  expect(september.conceptDrift).toHaveLength(1);
  expect(september.conceptDrift[0]).toMatchObject({ severity: 2 });
  expect(september.conceptDrift[0].gap).toBeCloseTo(0.059, 2);
});

it('does not compare versions that ran on different days', async () => {
  const compare = { field: 'model_version', old: '1', new: '2' };
  const { comparisons, verdicts } = await performance({ compare }, month('2013-06-01', '2013-08-01'));
  expect(comparisons).toHaveLength(1);
  expect(comparisons[0].verdict).toMatchObject({ verdict: 'labels_needed', reason: 'apart' });
  expect(new Set(verdicts.map(({ segment }) => segment.model_version))).toEqual(new Set(['1', '2']));
});

it('compares two halves of the calls with one another, and a shadow on the same rows', async () => {
  const halves = { field: 'origin', old: 'JFK', new: 'LGA' };
  const { comparisons } = await performance({ compare: halves }, month('2013-07-01', '2013-08-01'));
  expect(comparisons[0].steps.length).toBeGreaterThan(20);
  const [first, last] = [comparisons[0].steps[0], comparisons[0].steps.at(-1)];
  const width = (step = first) => (step.high ?? 1) - (step.low ?? -1);
  expect(width(last)).toBeLessThan(width(first));
  const shadow = await performance(
    { compare: { shadow: { prediction: 'prediction' } } },
    month('2013-07-01', '2013-08-01')
  );
  const [{ verdict, steps }] = shadow.comparisons;
  expect(verdict).toMatchObject({ difference: 0, verdict: 'keep_both' });
  expect(steps.filter(({ low }) => low !== null).length).toBeGreaterThan(10);
  expect(width(steps.at(-1))).toBeLessThan(width(steps[13]));
});

it('compares version 2 with version 1, which goes on scoring as a shadow in rows of its own', async () => {
  const query = {
    ...{ current: { path: 'shadow.parquet', timeField: 'time' }, score: undefined, metrics: ['accuracy'] },
    compare: { field: 'model_version', old: '1', new: '2' },
  };
  const range = { from: at('2013-07-01T04:00:00Z'), to: at('2013-08-03T04:00:00Z') };
  const [{ verdict, steps }] = (await performance(query, range)).comparisons;
  expect(verdict).toMatchObject({ verdict: 'roll_out', severity: 0, skipped: 0 });
  // Scored by hand with pandas over the same flights: 73.35% and 74.98%.
  expect(verdict.old).toBeCloseTo(0.7335, 2);
  expect(verdict.new).toBeCloseTo(0.7498, 2);
  expect(steps.length).toBeGreaterThan(25);
  const back = { ...query, compare: { ...query.compare, old: '2', new: '1' } };
  expect((await performance(back, range)).comparisons[0].verdict.verdict).toBe('labels_needed');
});

it('says that JFK explains most of July', async () => {
  const query = {
    ...{ segmentBy: ['origin'], label: { field: 'actual' }, metrics: ['accuracy'] },
    baseline: { kind: 'selection', from: '2013-01-01T05:00:00Z', to: '2013-04-01T04:00:00Z' },
  };
  const range = { from: at('2013-07-01T04:00:00Z'), to: at('2013-08-01T04:00:00Z') };
  const [{ slices, drop }] = (await performance(query, range)).explanations;
  expect(slices[0].segment).toEqual({ origin: 'JFK' });
  expect(((slices[0].mix ?? 0) + (slices[0].within ?? 0)) / (drop ?? NaN)).toBeGreaterThan(0.55);
});

it('learns the deadline from the delays, and says so', async () => {
  const label = { field: 'actual', timeField: 'label_time' };
  const { notices, delays } = await performance({ label }, month('2013-05-01', '2013-06-01'));
  expect(notices.map(noticeText)).toContainEqual(expect.stringMatching(/^Labels are complete after about \d+h/));
  expect(delays?.shares.at(-1)).toBeGreaterThan(0.95);
});

it('says that there is nothing to compare with, and still measures', async () => {
  const { verdicts, baseline } = await performance({}, month('2013-05-01', '2013-06-01'));
  expect(baseline.kind).toBe('none');
  expect(verdicts.every(({ severity }) => severity === null)).toBe(true);
});

it('misses an objective, without a baseline', async () => {
  const range = { from: at('2013-07-01T04:00:00Z'), to: at('2013-08-05T04:00:00Z') };
  const { verdicts } = await performance(
    { objective: { recall: 0.6 }, window: '4w' },
    { ...range, from: at('2013-06-20T04:00:00Z') }
  );
  const recall = verdicts.find(({ metric, matureAt }) => metric === 'recall' && matureAt === null);
  expect(recall).toMatchObject({ verdict: 'worse', severity: 2, reason: { code: 'objective_missed' } });
});

it('without rows there is no number, and a notice says which time has rows', async () => {
  const { verdicts, notices } = await performance({}, month('2015-05-01', '2015-06-01'));
  expect(verdicts).toEqual([]);
  expect(notices.map(noticeText)[0]).toMatch(/has no rows from .* Its rows are from/);
});

it('counts predictions without a label as the implied class once the deadline is over, and weights those before', async () => {
  const label = { field: 'actual', timeField: 'label_time', deadline: '2d', implied: 'cancelled' };
  const range = { from: at('2013-07-01T00:00:00Z'), to: at('2013-07-09T00:00:00Z') };
  const { verdicts, notices } = await performance({ label, window: '1d', metrics: ['accuracy'] }, range);
  const old = verdicts.find(({ matureAt, segment }) => matureAt === null && Object.keys(segment).length === 0);
  expect(old?.labelled).toBe(old?.rows);
  const young = verdicts.at(-1);
  expect(young?.matureAt).not.toBeNull();
  expect(young?.current).toMatchObject({ low: null, high: null });
  expect(young?.verdict).toBe('labels_pending');
  expect(notices.map(noticeText)).toContainEqual(expect.stringMatching(/each label is weighted by its age/));
});

it('says which segments explain a drop: their parts add up to it', async () => {
  const query = { segmentBy: ['origin'], window: '4w', baseline: { kind: 'previous', offset: '28d' } };
  const { explanations } = await performance(query, {
    from: at('2013-07-01T00:00:00Z'),
    to: at('2013-09-01T00:00:00Z'),
  });
  const accuracy = explanations.find(({ metric }) => metric === 'accuracy');
  expect(accuracy?.slices.map(({ segment }) => segment?.origin).sort()).toEqual(['EWR', 'JFK', 'LGA']);
  const sum = accuracy?.slices.reduce((total, { mix, within }) => total + (mix ?? NaN) + (within ?? NaN), 0);
  expect(sum).toBeCloseTo(accuracy?.drop ?? NaN, 9);
});

it('compares versions by complete labels and those that are implied', async () => {
  const label = { field: 'actual', timeField: 'label_time', deadline: '2d', implied: 'cancelled' };
  const compare = { field: 'origin', old: 'JFK', new: 'LGA' };
  const range = month('2013-07-01', '2013-07-29');
  const { comparisons, verdicts } = await performance({ label, compare, window: '1d' }, range);
  const judged = verdicts.filter(({ metric, matureAt }) => metric === 'accuracy' && matureAt === null);
  const rows = judged.filter(({ segment }) => segment.origin !== 'EWR').reduce((sum, one) => sum + one.rows, 0);
  expect(comparisons[0].verdict.oldRows + comparisons[0].verdict.newRows).toBe(rows);
});

it('implies no label for rows that are too young, where no range parts them from others', async () => {
  const label = { field: 'actual', timeField: 'label_time', deadline: '2d', implied: 'cancelled' };
  const { verdicts } = await performance({ label, metrics: ['accuracy'] }, null, at('2013-01-11T00:00:00Z'));
  const mature = await performance(
    { metrics: ['accuracy'] },
    { from: at('2013-01-01T00:00:00Z'), to: at('2013-01-09T00:00:00Z') }
  );
  expect(verdicts[0].labelled).toBe(mature.verdicts[0].rows);
});
