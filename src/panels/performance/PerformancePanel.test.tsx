import React from 'react';
import { act, render, screen, within } from '@testing-library/react';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { panelProps, readFrames } from '../../../tests/fixtures/panels/panelData';
import { performanceFrame, performanceRow, START, WINDOW } from '../../../tests/fixtures/panels/performanceFrame';
import { user } from '../../../tests/fixtures/panels/user';
import type { VersionsVerdict } from '../../verdict/performance/VersionsVerdict';
import { DEFAULT_OPTIONS } from './options';
import { PerformancePanel } from './PerformancePanel';
import { suggestPerformance } from './suggestions';

const DAY = 86_400_000;
const DETAILS = {
  segment: {},
  window: { from: START + WINDOW, to: START + 2 * WINDOW },
  confusion: { classes: ['late', 'on time'], counts: [[300, 100], [50, 750]] }, // prettier-ignore
  reliability: [
    { predicted: 0.1, observed: 0.12, rows: 800 },
    { predicted: 0.6, observed: 0.5, rows: 400 },
  ],
};
const ROWS = [
  performanceRow(0),
  performanceRow(1, { value: 0.7, verdict: 'worse', severity: 2, reason: 'ROC AUC is worse.', objective: 0.75 }),
  performanceRow(2, {
    ...{ value: 0.72, verdict: 'labels_pending', severity: null, estimated: 0.74, share_labelled: 0.4 },
    mature_at: START + 3 * WINDOW + 2 * DAY,
  }),
  performanceRow(0, { metric: 'f1', value: 0.5, baseline: 0.51 }),
  performanceRow(1, { metric: 'f1', value: 0.5, baseline: 0.51, drop: 0.01, reason: 'F1 is not worse.' }),
];
const DELAYS = { ages: [0.2 * DAY, DAY, 2 * DAY], shares: [0.5, 0.9, 0.99], deadline: 2 * DAY };
const FRAMES = [performanceFrame(ROWS, { details: [DETAILS], delays: DELAYS })];

const draw = (frames = FRAMES, options = {}, change = {}) =>
  render(<PerformancePanel {...panelProps(frames, { ...DEFAULT_OPTIONS, ...options }, change)} />);

test('says which metrics are worse, since when, by how much, and what is pending', () => {
  draw();
  expect(
    screen.getAllByText('1 of 2 metrics worse: ROC AUC 0.810 → 0.700, since 15 Jun; labels pending until 15 Jul')[0]
  ).toBeVisible();
  const [head, first, second] = within(screen.getByRole('table', { name: /worse/ })).getAllByRole('row');
  expect(head).toHaveTextContent('MetricVerdictValueBaselineChangeObjectiveLabeled');
  expect(first).toHaveTextContent('ROC AUCworse since 15 Jun0.700 0.690 to 0.7100.810−0.1100.75098%');
  expect(second).toHaveTextContent('F1not worse0.500 0.490 to 0.5100.510−0.010–98%');
});

test('the keyboard walks over the windows; one whose labels are to come is marked', async () => {
  draw();
  const slider = screen.getByRole('slider', { name: 'ROC AUC over time' });
  act(() => slider.focus());
  await user.keyboard('{End}');
  expect(slider).toHaveAttribute(
    'aria-valuetext',
    '29 Jun 2013 – 13 Jul 2013: 0.720, 95% interval 0.710 to 0.730, labels pending. Estimate 0.740. 40% of 1,200 rows labeled; labels pending until 15 Jul.'
  );
  expect(screen.getByText('Value so far')).toBeVisible();
  await user.keyboard('{Escape}');
  expect(screen.queryByText('Value so far')).not.toBeInTheDocument();
  const lines = within(screen.getByRole('list', { name: 'Lines' })).getAllByRole('listitem');
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    ...['value', '95% interval', 'labels pending', 'estimate', 'baseline', 'threshold', 'objective'],
  ]);
});

test('the same is in a table for screen readers', () => {
  draw();
  const rows = within(screen.getByRole('table', { name: 'ROC AUC by window' })).getAllByRole('row');
  expect(rows[2]).toHaveTextContent(
    '15 Jun 2013 – 29 Jun 20130.7000.690 to 0.7100.8100.75098% of 1,200 rows labeled.worse'
  );
});

test('a click on a metric shows it over time, with its reason', async () => {
  draw();
  expect(screen.getByText(/ROC AUC is worse/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'F1' }));
  expect(screen.getByRole('slider', { name: 'F1 over time' })).toBeVisible();
  expect(screen.getByText(/F1 is not worse/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'F1', pressed: true })).toBeVisible();
});

test('the options name the metric that is shown first, and what is shown', () => {
  draw(FRAMES, { metric: 'f1', parts: ['chart', 'delays'] });
  expect(screen.getByRole('slider', { name: 'F1 over time' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'F1' })).not.toBeInTheDocument();
  expect(screen.getByRole('slider', { name: 'Label delays' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Reliability curve' })).not.toBeInTheDocument();
});

test('has the confusion matrix of the newest window whose labels are complete', () => {
  draw();
  const matrix = screen.getByRole('table', { name: 'Confusion matrix, 15 Jun 2013 – 29 Jun 2013' });
  const rows = within(matrix).getAllByRole('row');
  expect(rows[2]).toHaveTextContent('late30075%10025%');
  expect(rows[3]).toHaveTextContent('on time506.3%75094%');
});

test('of more classes than there is room for the most frequent mistakes are listed', () => {
  const classes = Array.from({ length: 12 }, (_, index) => `class ${index}`);
  const counts = classes.map((_, i) => classes.map((__, j) => (i === j ? 100 : i)));
  draw([performanceFrame(ROWS, { details: [{ ...DETAILS, confusion: { classes, counts } }] })]);
  const rows = within(screen.getByRole('table', { name: /most frequent mistakes/ })).getAllByRole('row');
  expect(rows).toHaveLength(9);
  expect(rows[1]).toHaveTextContent('class 11 → class 0115.0%');
});

test('the curves are read point by point', async () => {
  draw();
  const reliability = screen.getByRole('slider', { name: /^Reliability curve/ });
  act(() => reliability.focus());
  await user.keyboard('{End}');
  expect(reliability).toHaveAttribute('aria-valuetext', 'Mean score 0.600: observed share 0.500, 400 rows');
  const delays = screen.getByRole('slider', { name: 'Label delays' });
  act(() => delays.focus());
  await user.keyboard('{End}');
  expect(delays).toHaveAttribute('aria-valuetext', '99% of the labels arrive within 2 d');
});

test('two versions side by side: what to do, and the funnel that narrows', async () => {
  const steps = [0, 1, 2].map((day) => ({
    ...{ time: START + day * DAY, difference: day === 0 ? null : -0.1, low: -0.3 / day, high: 0.1 / day },
  }));
  const verdict: VersionsVerdict = {
    verdict: 'roll_back',
    reason: 'worse',
    measure: 'share',
    method: 'sequence',
    ...{ severity: 2, old: 0.8, new: 0.7 },
    ...{ difference: -0.1, low: -0.15, high: -0.05, margin: 0.02, threshold: 0.05, alpha: 0.05, oldRows: 500 },
    ...{ newRows: 500, windows: 2, skipped: 0, moreLabels: null },
  };
  const compared = { segment: {}, metric: 'accuracy', old: '1', new: '2', verdict, steps } as const;
  const comparisons = [
    { ...compared, reason: 'Roll back: version 2 has worse accuracy.', nextStep: 'Send all calls.' },
  ];
  draw([performanceFrame(ROWS, { comparisons })]);
  const view = screen.getByRole('region', { name: 'Accuracy: 2 vs. 1' });
  expect(view).toHaveTextContent('Roll back');
  expect(view).toHaveTextContent('version 2 has worse accuracy');
  const funnel = within(view).getByRole('slider');
  act(() => funnel.focus());
  await user.keyboard('{End}');
  expect(funnel).toHaveAttribute('aria-valuetext', '3 Jun: difference −0.100, interval −0.150 to 0.050');
});

test('two versions by a field stand beside the metrics of each of them', () => {
  const verdict = { verdict: 'labels_needed', reason: 'apart' } as unknown as VersionsVerdict;
  const comparisons = [
    {
      segment: {},
      metric: 'accuracy',
      old: '1',
      new: '2',
      verdict,
      steps: [],
      reason: 'Apart.',
      nextStep: '',
    } as const,
  ];
  const rows = ROWS.map((row) => ({ ...row, segment: { model_version: '2' } }));
  draw([performanceFrame(rows, { comparisons, segmentBy: ['model_version'] })]);
  expect(screen.getByRole('region', { name: 'Accuracy: 2 vs. 1' })).toHaveTextContent('Labels still needed');
});

test('groups of people side by side, with what is accepted', async () => {
  const finding = {
    ...{ segment: {}, field: 'sex', group: 'female', reference: 'male', rows: 800, referenceRows: 900 },
    ...{ reason: 'Told.', nextStep: '' },
  };
  const fairness = [
    {
      ...finding,
      ...({ measure: 'disparate_impact', value: 0.6, low: 0.5, high: 0.72, from: 0.8, to: 1.2 } as const),
      ...({ verdict: 'outside', severity: 2 } as const),
    },
    {
      ...finding,
      ...({ measure: 'equal_opportunity', value: null, low: null, high: null, from: -0.1, to: 0.1 } as const),
      ...({ verdict: 'undefined', severity: null, undefined: '4 rows in the smaller group, 30 required' } as const),
    },
  ];
  const { container } = draw([performanceFrame(ROWS, { fairness })]);
  const rows = within(screen.getByRole('table', { name: 'Fairness, sex: female vs. male' })).getAllByRole('row');
  expect(rows[1]).toHaveTextContent('Disparate impactaccepted 0.8 to 1.20.6000.500 to 0.720');
  expect(rows[1]).toHaveTextContent('outside limits');
  expect(rows[2]).toHaveTextContent('Equal opportunityaccepted −0.1 to 0.1–');
  expect(
    screen.getAllByText(/1 of 2 measures outside limits \(sex female; Disparate impact 0\.600\)/)[0]
  ).toBeVisible();
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('says of the selected metric which segments its drop comes from', async () => {
  const one = {
    metric: 'roc_auc',
    drop: 0.1,
    mix: null,
    within: null,
    slices: [],
    reason: 'Mostly from JFK.',
  } as const;
  draw([performanceFrame(ROWS, { explanations: [one] })]);
  expect(screen.getByText('Mostly from JFK.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'F1' }));
  expect(screen.queryByText('Mostly from JFK.')).not.toBeInTheDocument();
});

test('metrics that raise no alarm can be left out', () => {
  const frames = [performanceFrame([...ROWS, performanceRow(0, { metric: 'mcc', gates: false })])];
  const { unmount } = draw(frames);
  expect(screen.getByRole('button', { name: 'MCC' })).toBeVisible();
  unmount();
  draw(frames, { onlyDeciding: true });
  expect(screen.queryByRole('button', { name: 'MCC' })).not.toBeInTheDocument();
});

test('narrow, the table is a list with the same figures', () => {
  draw(FRAMES, {}, { width: 320 });
  const [first] = within(screen.getByRole('list', { name: /worse/ })).getAllByRole('listitem');
  expect(first).toHaveTextContent(
    'ROC AUC 0.700 0.690 to 0.710worse since 15 Junbaseline 0.810, change −0.110, objective 0.750, labeled 98%'
  );
});

test('data links stand in the row', () => {
  const props = panelProps(FRAMES, DEFAULT_OPTIONS);
  const series = props.data.series.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) => ({
      ...field,
      getLinks: () => [{ title: 'Logs', href: '/logs', target: '_blank' as const, origin: field }],
    })),
  }));
  render(<PerformancePanel {...props} data={{ ...props.data, series }} />);
  expect(screen.getAllByRole('link', { name: 'Logs' })[0]).toHaveAttribute('href', '/logs');
});

test.each([
  ['nothing', [], /query type Performance, and format Table/],
  ['a drift table', readFrames('drift-by-week'), /query type Performance, and format Table/],
  ['no rows', [performanceFrame([])], /No predictions in this time range/],
  ['a joined table', [{ ...FRAMES[0], fields: [...FRAMES[0].fields, ...FRAMES[0].fields] }], /A transformation/],
])('data of no use is explained: %s', (_, frames, message) => {
  draw(frames);
  expect(screen.getByText(message)).toBeVisible();
});

test.each([{ width: 1400 }, { width: 800 }, { width: 320 }])('is accessible, $width pixels wide', async (change) => {
  const { container } = draw(FRAMES, {}, change);
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('is suggested for performance tables alone', () => {
  const suggest = (frames: typeof FRAMES) =>
    suggestPerformance({ rawFrames: panelProps(frames, DEFAULT_OPTIONS).data.series } as never);
  expect(suggest(FRAMES)).toHaveLength(1);
  expect(suggest(readFrames('drift-by-week'))).toEqual([]);
});
