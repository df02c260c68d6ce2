import React, { useState } from 'react';
import { render, screen, waitFor } from '@testing-library/react';
import { accessibilityFaults } from '../../../../tests/fixtures/panels/accessibility';
import { layOut } from '../../../../tests/fixtures/panels/browser';
import { user } from '../../../../tests/fixtures/panels/user';
import { parseQuery } from '../../../query/parseQuery';
import type { DataSource } from '../../DataSource';
import { defaultQuery } from '../../defaultQuery';
import type { ModelwatchQuery } from '../../ModelwatchQuery';
import type { FieldDescription, Resources } from '../../resources';
import { QueryEditor } from '../QueryEditor';
import { answering } from '../testing/answering';
import { classOfScore, roleOptions, suggestRoles } from './suggestRoles';

const FIELDS: FieldDescription[] = [
  { name: 'time', type: 'time', evidence: 'a timestamp' },
  { name: 'label_time', type: 'time', evidence: 'a timestamp' },
  { name: 'request_id', type: 'text', evidence: 'every value differs', identifier: true },
  { name: 'amount', type: 'numeric', evidence: '300 different numbers' },
  { name: 'probability_late', type: 'numeric', evidence: '900 different numbers' },
  { name: 'prediction', type: 'categorical', evidence: '2 different texts' },
  { name: 'actual', type: 'categorical', evidence: '2 different texts' },
];
const LABELS: FieldDescription[] = [
  { name: 'request_id', type: 'text', evidence: 'every value differs', identifier: true },
  { name: 'confirmed_at', type: 'time', evidence: 'a timestamp' },
  { name: 'is_fraud', type: 'categorical', evidence: '2 different texts' },
];
const describe_ = (fields: FieldDescription[]): Resources => ({
  ...answering('file'),
  describe: async ({ path }) => ({ fields: path === 'labels.csv' ? LABELS : fields, timeBounds: null }),
  files: async () => ['log.parquet', 'labels.csv'],
  values: async () => ['late', 'on time'],
});
const files = describe_(FIELDS);

const onChange = jest.fn<void, [ModelwatchQuery]>();
const runs = jest.fn();
const written = () => onChange.mock.lastCall?.[0];

function Editor({ query, answers = files }: { query: Partial<ModelwatchQuery>; answers?: Resources }) {
  const [value, setValue] = useState<ModelwatchQuery>({
    refId: 'A',
    ...(query.kind === undefined ? defaultQuery() : { version: 1, format: 'table', window: '7d' }),
    ...query,
  });
  const change = (changed: ModelwatchQuery) => {
    onChange(changed);
    setValue(changed);
  };
  return (
    <QueryEditor datasource={{ resources: answers } as DataSource} query={value} onChange={change} onRunQuery={runs} />
  );
}

beforeAll(layOut);
beforeEach(() => jest.clearAllMocks());

async function choose(label: RegExp | string, option: RegExp | string) {
  await user.click(await screen.findByLabelText(label));
  await user.click(await screen.findByRole('option', { name: option }));
}

/** What the back end would be sent is a query that it takes. */
function expectValid(): void {
  const { refId: _, ...query } = written() ?? { refId: '' };
  expect(() => parseQuery(query)).not.toThrow();
}

const log = { current: { path: 'log.parquet', timeField: 'time' } };
const performance = { ...log, kind: 'performance', prediction: 'prediction', label: { field: 'actual' } } as const;

describe('the form', () => {
  test('names the columns that it found, and takes none before somebody says so', async () => {
    const { container } = render(<Editor query={log} />);
    await choose('Query type', /^Performance/);
    const found =
      'Found by name: Prediction = prediction, Score = probability_late, Label = actual, Label time = label_time';
    expect(await screen.findByText(found)).toBeVisible();
    expect(written()).not.toHaveProperty('label');
    expect(written()).not.toHaveProperty('tests');
    expect(runs).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Use these columns' }));
    expect(written()).toMatchObject({
      ...{ kind: 'performance', prediction: 'prediction', score: 'probability_late' },
      label: { field: 'actual', timeField: 'label_time' },
    });
    expectValid();
    expect(runs).toHaveBeenCalled();
    expect(screen.queryByText(found)).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Features')).not.toBeInTheDocument();
    await choose(/^Positive class/, /^late/);
    await user.type(screen.getByLabelText(/^Labels complete after/), '2d{Enter}');
    await choose(/^Class without label/, /^on time/);
    expect(written()).toMatchObject({ positive: 'late', label: { deadline: '2d', implied: 'on time' } });
    expectValid();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  test('says what is missing beside its field', async () => {
    render(<Editor query={{ ...log, kind: 'performance' }} answers={describe_(FIELDS.slice(0, 4))} />);
    expect(await screen.findByText(/is missing/)).toBeVisible();
    expect(screen.queryByText(/Found by name/)).not.toBeInTheDocument();
    await choose('Label', /^amount/);
    expect(await screen.findByText(/so is "score": name the column/)).toBeVisible();
    expect(runs).not.toHaveBeenCalled();
  });

  test('finds labels in another file by a key', async () => {
    const { container } = render(<Editor query={performance} />);
    await user.click(await screen.findByLabelText('Another file'));
    await waitFor(() => expect(written()?.label).toEqual({ field: 'actual', key: 'request_id' }));
    await choose('Label file', 'labels.csv');
    await choose('Label', /^is_fraud/);
    await choose(/^Label time/, /^confirmed_at/);
    expect(written()?.label).toEqual({
      ...{ field: 'is_fraud', timeField: 'confirmed_at', path: 'labels.csv', key: 'request_id' },
    });
    expectValid();
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(screen.getByLabelText('The same rows'));
    expect(written()?.label).toEqual({ field: 'is_fraud', timeField: 'confirmed_at' });
  });

  test('takes metrics and objectives', async () => {
    render(<Editor query={performance} />);
    await choose(/^Labels are$|^Labels are\b(?! in)/, 'Classes');
    await user.click(await screen.findByLabelText(/^Metrics/));
    await user.click(await screen.findByRole('option', { name: 'recall' }));
    await user.keyboard('{Escape}');
    await choose(/^Add objective for/, 'recall');
    const objective = await screen.findByLabelText('Objective: recall');
    await user.clear(objective);
    await user.type(objective, '0.6{Enter}');
    expect(written()).toMatchObject({ task: 'classification', metrics: ['recall'], objective: { recall: 0.6 } });
    expectValid();
    await user.click(screen.getByRole('button', { name: 'Remove objective for recall' }));
    expect(written()).not.toHaveProperty('objective');
  });

  test('decides in blocks of days, or row by row', async () => {
    render(<Editor query={performance} />);
    await user.click(await screen.findByRole('button', { name: /^Decision/ }));
    await choose('Significance method', /^Independent rows/);
    await user.type(screen.getByLabelText('Drop threshold'), '0.03{Enter}');
    expect(written()?.decision).toEqual({ significance: 'iid', thresholds: { drop: 0.03 } });
    expectValid();
    await choose('Significance method', /^Blocks of days/);
    expect(written()?.decision).toEqual({ thresholds: { drop: 0.03 } });
    await choose('Query type', /^Drift/);
    expect(written()).not.toHaveProperty('decision');
    expect(written()).not.toHaveProperty('label');
    expectValid();
  });

  test('compares a canary by its column, a shadow by its prediction, or nothing', async () => {
    const { container } = render(<Editor query={performance} />);
    await user.click(await screen.findByRole('button', { name: /^Versions, fairness, and business value/ }));
    await choose(/^Compare versions/, /^By version column/);
    expect(runs).not.toHaveBeenCalled();
    await choose(/^Version column/, /^prediction/);
    await choose(/^Current version/, 'late');
    await choose(/^New version/, 'on time');
    await user.type(screen.getByLabelText('Margin'), '0.01{Enter}');
    expect(written()?.compare).toEqual({ field: 'prediction', old: 'late', new: 'on time', margin: 0.01 });
    expectValid();
    expect(runs).toHaveBeenCalled();
    expect(screen.getByText('version on time vs. late')).toBeVisible();
    expect(await accessibilityFaults(container)).toEqual([]);
    await choose(/^Compare versions/, /^Shadow version/);
    await choose(/^Shadow prediction/, /^actual/);
    expect(written()?.compare).toEqual({ shadow: { prediction: 'actual' } });
    expectValid();
    await choose(/^Compare versions/, /^Simple rule/);
    await choose(/^Rule prediction/, /^actual/);
    expect(written()?.compare).toEqual({ naive: { field: 'actual' } });
    expectValid();
  });

  test('compares groups, and takes what outcomes are worth', async () => {
    const { container } = render(<Editor query={performance} />);
    await user.click(await screen.findByRole('button', { name: /^Versions, fairness/ }));
    await choose(/^Fairness by/, /^request_id/);
    await choose(/^Favorable prediction/, 'on time');
    await choose(/^Reference group/, 'late');
    await user.type(screen.getByLabelText('Lowest ratio'), '0.75{Enter}');
    expect(written()?.fairness).toEqual({
      ...{ field: 'request_id', favorable: 'on time', reference: 'late', limits: { ratioLow: 0.75 } },
    });
    expectValid();
    await user.type(screen.getByLabelText('Value of a false positive'), '-5{Enter}');
    expect(written()?.value).toEqual({ falsePositive: -5 });
    expectValid();
    expect(screen.getByText('fairness by request_id, business value')).toBeVisible();
    expect(await accessibilityFaults(container)).toEqual([]);
    await choose('Query type', /^Drift/);
    expect(written()).not.toHaveProperty('fairness');
    expectValid();
  });

  test('says what else is known of forecasts', async () => {
    const { container } = render(
      <Editor query={{ ...performance, task: 'regression', objective: { coverage: 0.8 } }} />
    );
    await user.click(await screen.findByRole('button', { name: /^Forecasts, lists, and error budgets/ }));
    await choose(/^Horizon(?! step)/, /^amount/);
    await user.type(screen.getByLabelText(/^Season/), '7d{Enter}');
    await choose(/^Lower end/, /^amount/);
    await choose(/^Upper end/, /^probability_late/);
    await user.type(screen.getByLabelText('Interval coverage'), '0.9{Enter}');
    expectValid();
    await user.type(screen.getByLabelText(/^Quantile columns/), '0.9: p90, 0.1=p10{Enter}');
    expect(written()?.forecast).toEqual({
      ...{ horizon: 'amount', season: '7d', lower: 'amount', upper: 'probability_late', coverage: 0.9 },
      quantiles: { '0.9': 'p90', '0.1': 'p10' },
    });
    expectValid();
    expect(screen.getByLabelText(/^Quantile columns/)).toHaveValue('0.1: p10, 0.9: p90');
    // Of the objective of coverage, which is a share of rows.
    await user.click(screen.getByLabelText('Error budget'));
    expect(written()?.budget).toEqual({});
    expectValid();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  test('takes lists, and the error budget of an objective', async () => {
    render(<Editor query={{ ...performance, objective: { recall: 0.9 } }} />);
    await user.click(await screen.findByRole('button', { name: /^Forecasts, lists, and error budgets/ }));
    await choose(/^List/, /^request_id/);
    await choose(/^Rank/, /^amount/);
    expect(written()?.list).toEqual({ field: 'request_id', rank: 'amount' });
    await user.click(screen.getByLabelText('Error budget'));
    expect(written()?.budget).toEqual({});
    expectValid();
    await user.type(screen.getByLabelText('Budget period'), '14d{Enter}');
    await user.type(screen.getByLabelText('Fast burn rate'), '5{Enter}');
    expect(written()?.budget).toEqual({ period: '14d', fast: { rate: 5 } });
    expectValid();
    expect(screen.getByText('lists by request_id, error budget')).toBeVisible();
    await user.clear(screen.getByLabelText('Fast burn rate'));
    await user.tab();
    expect(written()?.budget).toEqual({ period: '14d' });
  });

  test('takes a threshold where scores alone tell the class', async () => {
    const query = { ...performance, prediction: undefined, score: 'probability_late' };
    render(<Editor query={query} />);
    await user.type(await screen.findByLabelText('Threshold'), '0.3{Enter}');
    expect(written()).toMatchObject({ threshold: 0.3, score: 'probability_late' });
    expectValid();
    await choose('Prediction', /^prediction/);
    expect(screen.queryByLabelText('Threshold')).not.toBeInTheDocument();
  });

  test('takes a score for each of several classes, those first that are called after one', async () => {
    const classes = { ...describe_(FIELDS), values: async () => ['late', 'early', 'on time'] };
    render(<Editor query={performance} answers={classes} />);
    await user.click(await screen.findByLabelText('One for each class'));
    expect(written()?.score).toEqual({ late: 'probability_late' });
    await choose(/^Score of early/, /^amount/);
    expect(written()?.score).toEqual({ late: 'probability_late', early: 'amount' });
    expectValid();
    await user.click(screen.getByLabelText('One'));
    expect(written()).not.toHaveProperty('score');
  });

  test('over Prometheus names the metrics that count outcomes, and their labels', async () => {
    const query = { kind: 'performance', current: { connection: 'store' } } as const;
    const { container } = render(<Editor query={query} answers={answering('prometheus')} />);
    expect(await screen.findByText(/when their labels arrive/)).toBeVisible();
    await choose(/^Outcome counter/, 'predictions_total');
    await choose(/^Label with prediction/, 'class');
    await choose(/^Label with actual class/, 'version');
    await choose(/^Positive class/, 'late');
    expect(written()).toMatchObject({
      ...{ outcomeMetrics: { outcomes: 'predictions_total' }, prediction: 'class', positive: 'late' },
      label: { field: 'version' },
    });
    expectValid();
    expect(runs).toHaveBeenCalled();
    expect(await accessibilityFaults(container)).toEqual([]);
  });
});

describe('columns by role', () => {
  const of = (...names: string[]) => ({
    fields: names.map((name): FieldDescription => ({ name, type: 'numeric', evidence: 'x' })),
    timeBounds: null,
  });
  test.each([
    ['prediction', ['predicted', 'y_pred', 'forecast', 'model_prediction', 'predicted_class']],
    ['score', ['score', 'proba', 'probability', 'fraud_score', 'prob_1']],
    ['label', ['label', 'actual', 'ground_truth', 'target', 'y_true', 'true_label', 'truth']],
  ] as const)('%s', (role, names) => {
    for (const name of names) {
      expect(roleOptions(role, of('amount', name))[0]).toMatchObject({ name, isLikely: true });
    }
    expect(roleOptions(role, of('amount'))[0]).toMatchObject({ name: 'amount', isLikely: false });
  });

  test('of two that could be meant none is suggested', () => {
    expect(suggestRoles(of('label', 'target', 'prediction'))).toEqual({ prediction: 'prediction' });
  });

  test('a score is no text', () => {
    const fields: FieldDescription[] = [{ name: 'score', type: 'text', evidence: 'x' }];
    expect(roleOptions('score', { fields, timeBounds: null })).toEqual([]);
  });

  test('the class that a score is called after', () => {
    expect(classOfScore('probability_late', ['late', 'on time'])).toBe('late');
    expect(classOfScore('score', ['late', 'on time'])).toBeUndefined();
    expect(classOfScore(undefined, ['late'])).toBeUndefined();
  });
});
