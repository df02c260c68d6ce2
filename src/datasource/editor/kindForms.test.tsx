import React, { useState } from 'react';
import { render, screen, waitFor, within } from '@testing-library/react';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { layOut } from '../../../tests/fixtures/panels/browser';
import { user } from '../../../tests/fixtures/panels/user';
import { parseQuery } from '../../query/parseQuery';
import type { DataSource } from '../DataSource';
import { defaultQuery } from '../defaultQuery';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import type { Resources } from '../resources';
import { QueryEditor } from './QueryEditor';
import { answering } from './testing/answering';

const onChange = jest.fn<void, [ModelwatchQuery]>();
const written = () => onChange.mock.lastCall?.[0];
const runs = jest.fn();

function Editor({ query, answers }: { query: Partial<ModelwatchQuery>; answers: Resources }) {
  const [value, setValue] = useState<ModelwatchQuery>({ refId: 'A', ...defaultQuery(), ...query });
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

const files = answering('file');
const metrics = answering('prometheus');
const flights = { current: { path: 'flights.parquet', timeField: 'time' } };
const store = { current: { connection: 'store' } };

/** What the back end would be sent is a query that it takes. */
function expectValid(): void {
  const { refId: _, ...query } = written() ?? { refId: '' };
  expect(() => parseQuery(query)).not.toThrow();
}

describe('change points', () => {
  test('are those of features, of measures with a season, or of drift', async () => {
    const { container } = render(<Editor query={flights} answers={files} />);
    await choose('Query type', /^Change points/);
    expect(written()).toMatchObject({ kind: 'change', window: '1d' });
    expect(written()).not.toHaveProperty('baseline');
    expectValid();
    await choose('Changes of', /^Measures/);
    expect(written()?.measures).toEqual([{ name: 'rows', aggregate: 'count' }]);
    await user.type(await screen.findByLabelText(/^Season/), '1w{Enter}');
    expect(written()?.period).toBe('1w');
    expectValid();
    await choose('Changes of', /^Drift/);
    expect(written()).toMatchObject({
      of: { kind: 'drift', baseline: { kind: 'previous', offset: '7d' } },
      period: '1w',
    });
    expect(written()).not.toHaveProperty('measures');
    await user.click(await screen.findByRole('button', { name: /^Decision and timing/ }));
    await choose(/^Online detectors/, 'adwin');
    expect(written()?.detectors).toEqual(['adwin']);
    expectValid();
    await user.tab();
    expect(await accessibilityFaults(container)).toEqual([]);
  });
});

describe('causes', () => {
  test('are those of a feature, by fields, as many as are asked for', async () => {
    const { container } = render(<Editor query={flights} answers={files} />);
    await choose('Query type', /^Causes/);
    expect(written()).toMatchObject({ kind: 'explain', format: 'table', baseline: { kind: 'previous', offset: '7d' } });
    expect(screen.queryByLabelText(/^Segment by/)).not.toBeInTheDocument();
    expectValid();
    await user.type(await screen.findByLabelText(/^Explain/), 'delay{Enter}');
    await user.type(await screen.findByLabelText(/^By/), 'carrier, origin,{Enter}');
    expect(written()).toMatchObject({ target: 'delay', by: ['carrier', 'origin'] });
    expectValid();
    expect(await accessibilityFaults(container)).toEqual([]);
  });
});

describe('volume', () => {
  test('of a file begins with the calls of each hour beside the last four weeks', async () => {
    const { container } = render(<Editor query={flights} answers={files} />);
    await choose('Query type', /^Volume/);
    await waitFor(() => expect(written()?.measures).toEqual([{ name: 'calls', aggregate: 'count' }]));
    expect(written()).toMatchObject({ kind: 'volume', window: '1h', baseline: { kind: 'previous', offset: '7d' } });
    expectValid();
    expect(runs).toHaveBeenCalled();
    await choose('Aggregation', /^95th/);
    await choose('Field', /^delay/);
    await choose('Alert direction', 'Above');
    expect(written()?.measures).toEqual([{ name: 'p95 delay', aggregate: 'p95', field: 'delay', direction: 'above' }]);
    await choose('Baseline', /^Median of weeks/);
    expect(written()?.baseline).toEqual({ kind: 'seasonal', period: '1w', count: 4 });
    await choose('Baseline', /^Yesterday/);
    expect(written()?.baseline).toEqual({ kind: 'previous', offset: '1d' });
    await user.click(screen.getByRole('button', { name: /^Decision/ }));
    await user.type(screen.getByLabelText('Deviation threshold'), '0.25{Enter}');
    expect(written()?.decision).toEqual({ deviation: 0.25 });
    expectValid();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  test('of Prometheus begins with a counter of predictions; a picked metric becomes PromQL', async () => {
    render(<Editor query={{ ...store, segmentBy: ['version'] }} answers={metrics} />);
    await choose('Query type', /^Volume/);
    const calls = {
      name: 'predictions_total',
      expr: 'sum by (version) (increase(predictions_total[$__window]))',
      counts: true,
    };
    await waitFor(() => expect(written()?.measures).toEqual([calls]));
    await choose('Measure from metric', 'latency_seconds');
    expect(written()?.measures?.[1]).toEqual({
      name: 'latency_seconds',
      expr: 'avg by (version) (avg_over_time(latency_seconds[$__window]))',
    });
    expectValid();
    await user.click(screen.getByRole('button', { name: 'Remove predictions_total' }));
    await user.click(screen.getByRole('button', { name: 'Remove latency_seconds' }));
    expect(written()?.measures).toEqual([]);
    expect(screen.getByText('is empty: name at least one measure')).toBeVisible();
  });
});

describe('versions', () => {
  test('of Prometheus begins with a label that is called so', async () => {
    const { container } = render(<Editor query={store} answers={metrics} />);
    await choose('Query type', /^Versions/);
    await waitFor(() =>
      expect(written()?.feature).toEqual({ name: 'version', metric: 'predictions_total', label: 'version' })
    );
    expect(written()).not.toHaveProperty('baseline');
    expect(written()).not.toHaveProperty('tests');
    expectValid();
    await choose('Version label', 'class');
    expect(written()?.feature).toEqual({ name: 'class', metric: 'predictions_total', label: 'class' });
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  test('of a file are picked from its columns, where none is called so', async () => {
    render(<Editor query={flights} answers={files} />);
    await choose('Query type', /^Versions/);
    await choose('Version field', /^carrier/);
    expect(written()?.feature).toEqual({ name: 'carrier' });
    expectValid();
  });
});

describe('quality', () => {
  test('answers at once, and needs no baseline', async () => {
    render(<Editor query={flights} answers={files} />);
    await choose('Query type', /^Quality/);
    expect(written()).toMatchObject({ kind: 'quality', baseline: { kind: 'previous', offset: '7d' } });
    expectValid();
    expect(runs).toHaveBeenCalled();
    await choose('Baseline', /^No baseline/);
    expect(written()).not.toHaveProperty('baseline');
    expectValid();
  });

  test('what is expected of a feature is set by form; the others are checked as before', async () => {
    const { container } = render(<Editor query={flights} answers={files} />);
    await choose('Query type', /^Quality/);
    await user.click(await screen.findByRole('button', { name: /^Expectations/ }));
    await choose('Add expectations for', 'distance');
    const row = within(screen.getByRole('group', { name: 'Expectations for distance' }));
    await user.type(row.getByLabelText('Minimum'), '70{Enter}');
    await user.type(row.getByLabelText('Maximum missing rate'), '0.01{Enter}');
    expect(written()?.current?.features).toEqual([
      { name: 'flight_id' },
      { name: 'distance', expect: { min: 70, maxMissingRate: 0.01 } },
      { name: 'delay' },
      { name: 'carrier' },
    ]);
    await choose('Add expectations for', 'carrier');
    const set = within(screen.getByRole('group', { name: 'Expectations for carrier' }));
    await user.click(set.getByLabelText(/^Allowed values/));
    await user.click(await screen.findByRole('option', { name: 'UA' }));
    expect(written()?.current?.features?.[3]).toEqual({ name: 'carrier', expect: { allowed: ['UA'] } });
    await user.keyboard('{Escape}');
    runs.mockClear();
    await user.type(row.getByLabelText('Maximum'), '10{Enter}');
    expect(screen.getByText(/"min" above its "max"/)).toBeVisible();
    expect(runs).not.toHaveBeenCalled();
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove expectations for distance' }));
    expect(written()?.current?.features?.[1]).toEqual({ name: 'distance' });
  });

  test('when rows arrive is told by another time field, and how late they may be', async () => {
    const { container } = render(<Editor query={flights} answers={files} />);
    await choose('Query type', /^Quality/);
    await user.click(await screen.findByRole('button', { name: /^Checks, decision, and timing/ }));
    await user.type(await screen.findByLabelText(/^Maximum arrival delay/), '10m{Enter}');
    // Beside its field and, since the section may be closed, below all.
    screen.getAllByText(/needs the "field" that says when a row arrived/).forEach((said) => expect(said).toBeVisible());
    await choose(/^Arrival time field/, /^logged_at/);
    await user.type(screen.getByLabelText('Allowed late share'), '0.01{Enter}');
    await user.type(screen.getByLabelText(/^Maximum data age/), '1h{Enter}');
    expect(written()?.arrival).toEqual({ field: 'logged_at', maxDelay: '10m', tolerate: 0.01, maxAge: '1h' });
    expectValid();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  test('expectations are learnt from the baseline, for somebody to look over', async () => {
    render(<Editor query={flights} answers={files} />);
    await choose('Query type', /^Quality/);
    await user.click(await screen.findByRole('button', { name: /^Expectations/ }));
    await user.click(await screen.findByRole('button', { name: 'From the baseline' }));
    await screen.findByRole('group', { name: 'Expectations for distance' });
    expect(written()?.current?.features?.[1]).toEqual({
      name: 'distance',
      expect: { type: 'numeric', min: 70, max: 5500, maxMissingRate: 0 },
    });
    expectValid();
  });
});

test('a stored profile is picked', async () => {
  render(<Editor query={flights} answers={files} />);
  await choose('Baseline', /^Stored profile/);
  await choose('Profile', 'training-2013');
  expect(written()?.baseline).toEqual({ kind: 'profile', id: 'training-2013' });
  expectValid();
});

test('the training data of a registered model is picked, by an alias or a version', async () => {
  const connections = async () => ({ ...(await files.connections!()), registries: ['registry'] });
  const models = jest.fn(files.models);
  render(<Editor query={flights} answers={{ ...files, connections, models }} />);
  await choose('Baseline', /^Registered model/);
  await choose('Model', 'delay');
  expect(models.mock.calls).toEqual([['registry']]);
  expect(written()?.baseline).toEqual({ kind: 'model', model: 'delay', alias: 'champion' });
  expectValid();
  await choose('Alias or version', '3');
  expect(written()?.baseline).toEqual({ kind: 'model', model: 'delay', version: '3' });
  expectValid();
  await choose('Alias or version', /^champion/);
  expect(written()?.baseline).toEqual({ kind: 'model', model: 'delay', alias: 'champion' });
});

test('why there is no registry to ask is said', async () => {
  const models = jest.fn(files.models);
  render(<Editor query={flights} answers={{ ...files, models }} />);
  await choose('Baseline', /^Registered model/);
  expect(await screen.findByText(/No registry of models/)).toBeVisible();
  expect(models).not.toHaveBeenCalled();
});

test('why there is no profile to pick is said', async () => {
  render(<Editor query={flights} answers={{ ...files, profiles: async () => [] }} />);
  await choose('Baseline', /^Stored profile/);
  expect(await screen.findByText(/No stored profiles/)).toBeVisible();
});

test('an alert rule is told which number it is answered', async () => {
  render(<Editor query={{ ...flights, format: 'alert' }} answers={files} />);
  await choose('Alert value', /^Score/);
  expect(written()?.alertValue).toBe('score');
  await choose('Alert value', /^Severity/);
  expect(written()).not.toHaveProperty('alertValue');
});

test('rules across columns are written one by one, with what is wrong beside each', async () => {
  const { container } = render(<Editor query={flights} answers={files} />);
  await choose('Query type', /^Quality/);
  await user.click(screen.getByRole('button', { name: /^Rules across columns/ }));
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  await user.type(screen.getByLabelText(/^Must hold for each row/), 'delay <= and{Enter}');
  expect(screen.getByText(/^at character 10 \(and\): a value is missing before "and"/)).toBeInTheDocument();
  await user.clear(screen.getByLabelText(/^Must hold for each row/));
  await user.type(screen.getByLabelText(/^Must hold for each row/), 'delay is null or delay > 0{Enter}');
  await user.type(screen.getByLabelText('Allowed share'), '0.1{Enter}');
  expect(written()?.rules).toEqual([{ name: 'rule 1', expr: 'delay is null or delay > 0', tolerate: 0.1 }]);
  expectValid();
  expect(await accessibilityFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove rule rule 1' }));
  expect(written()).not.toHaveProperty('rules.0');
});
