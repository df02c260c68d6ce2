import React, { useState, useSyncExternalStore } from 'react';
import { CoreApp } from '@grafana/data';
import { render, screen, waitFor, within } from '@testing-library/react';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { user } from '../../../tests/fixtures/panels/user';
import { layOut } from '../../../tests/fixtures/panels/browser';
import type { DataSource } from '../DataSource';
import { defaultQuery } from '../defaultQuery';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import type { Resources } from '../resources';
import { answering, EXPLANATION } from './testing/answering';
import { QueryEditor } from './QueryEditor';

const onChange = jest.fn<void, [ModelwatchQuery]>();
const written = () => onChange.mock.lastCall?.[0];
const runs = jest.fn();
const resources = answering('file');

interface EditorProps {
  query: Partial<ModelwatchQuery>;
  answers?: Resources;
  app?: CoreApp;
}

function Editor({ query, answers = resources, app }: EditorProps) {
  const [value, setValue] = useState<ModelwatchQuery>({ refId: 'A', ...defaultQuery(), ...query });
  const change = (changed: ModelwatchQuery) => {
    onChange(changed);
    setValue(changed);
  };
  return (
    <QueryEditor
      app={app}
      datasource={{ resources: answers } as DataSource}
      query={value}
      onChange={change}
      onRunQuery={runs}
    />
  );
}

beforeAll(layOut);
beforeEach(() => jest.clearAllMocks());

const flights = { current: { path: 'flights.parquet', timeField: 'time' } };

async function choose(label: RegExp | string, option: RegExp | string) {
  await user.click(await screen.findByLabelText(label));
  await user.click(await screen.findByRole('option', { name: option }));
}

test('a query is made by picking: with a file comes the field of its time', async () => {
  render(<Editor query={{}} />);
  await choose('File', 'flights.parquet');
  await waitFor(() => expect(written()?.current).toEqual({ path: 'flights.parquet', timeField: 'time' }));
  // Without the time it could only fail.
  const withoutTime = onChange.mock.calls.filter(([{ current }]) => current?.path !== undefined && !current.timeField);
  expect(withoutTime).toEqual([]);
  await choose('Offset', '28d');
  expect(written()).toEqual({
    refId: 'A',
    ...defaultQuery(),
    ...flights,
    baseline: { kind: 'previous', offset: '28d' },
  });
  expect(runs).toHaveBeenCalledTimes(2);
});

test('where there is one file only, a new query begins with it', async () => {
  render(<Editor query={{}} answers={{ ...resources, files: async () => ['flights.parquet'] }} />);
  await waitFor(() => expect(written()?.current).toEqual({ connection: 'store', ...flights.current }));
  expect(runs).toHaveBeenCalledTimes(1);
});

test("a rule's editor shows a panel's table as what a rule is answered", async () => {
  render(<Editor query={flights} app={CoreApp.UnifiedAlerting} />);
  expect(await screen.findByLabelText('Format')).toHaveValue('Alert');
  expect(screen.getByLabelText('Alert value')).toHaveValue('Severity');
  await user.click(screen.getByLabelText('Format'));
  expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Time series/),
    expect.stringMatching(/^Alert/),
  ]);
  expect(onChange).not.toHaveBeenCalled();
});

test('a stored query is not touched by being looked at', async () => {
  render(
    <Editor query={{ current: { path: 'flights.parquet' } }} answers={{ ...resources, files: async () => ['x'] }} />
  );
  await screen.findByText(/2 numeric/);
  expect(onChange).not.toHaveBeenCalled();
});

test('a choice that is told again changes nothing: hosts that draw at once would go on for ever', async () => {
  render(<Editor query={flights} />);
  await choose('Baseline', /^Fixed window/);
  await choose('Query type', /^Distributions/);
  onChange.mockClear();
  runs.mockClear();
  await choose('Query type', /^Distributions/);
  await choose('Baseline', /^Fixed window/);
  expect(onChange).not.toHaveBeenCalled();
  expect(runs).not.toHaveBeenCalled();
});

test('a host that draws at once, as Explore does, is told of a choice once', async () => {
  let stored: ModelwatchQuery = { refId: 'A', ...defaultQuery(), ...flights };
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const store = (query: ModelwatchQuery) => {
    onChange(query);
    stored = JSON.parse(JSON.stringify(query));
    listeners.forEach((listener) => listener());
  };
  function Host() {
    const query = useSyncExternalStore(subscribe, () => stored);
    return <QueryEditor datasource={{ resources } as DataSource} query={query} onChange={store} onRunQuery={runs} />;
  }
  render(<Host />);
  await choose('Query type', /^Distributions/);
  await choose('Baseline', /^Fixed window/);
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('the columns of a file are asked for once, whoever shows them', async () => {
  const describe = jest.fn(resources.describe);
  render(<Editor query={flights} answers={{ ...resources, describe }} />);
  await screen.findByText(/2 numeric/);
  const asked = new Set(describe.mock.calls.map(([selection]) => JSON.stringify(selection)));
  expect([...asked]).toEqual([JSON.stringify({ path: 'flights.parquet' })]);
});

test('features come with their type and how it was found; times and identifiers are left out', async () => {
  render(<Editor query={flights} />);
  await user.click(await screen.findByLabelText('Features'));
  const distance = await screen.findByRole('option', { name: /distance/ });
  expect(distance).toHaveTextContent('numeric: 214 different numbers');
  expect(screen.queryByRole('option', { name: /^(time|flight_id)/ })).not.toBeInTheDocument();
  await user.click(distance);
  expect(written()?.current?.features).toEqual([{ name: 'distance' }]);
});

test('each feature says which tests auto chose; a type set by hand changes them', async () => {
  render(<Editor query={{ current: { ...flights.current, features: [{ name: 'carrier' }, { name: 'distance' }] } }} />);
  await user.click(await screen.findByRole('button', { name: 'Types and tests' }));
  const row = within(await screen.findByRole('row', { name: /carrier/ }));
  expect(row.getByText('16 different texts')).toBeVisible();
  expect(row.getByText('χ², Fisher, Total variation, Missing rate')).toBeVisible();
  await choose('Type of carrier', 'text');
  expect(written()?.current?.features).toEqual([{ name: 'carrier', type: 'text' }, { name: 'distance' }]);
  expect(row.getByText('set manually')).toBeVisible();
  expect(row.getByText('Kolmogorov-Smirnov, Wasserstein, normed, Missing rate')).toBeVisible();
  await choose('Type of carrier', 'auto: categorical');
  expect(written()?.current?.features).toEqual([{ name: 'carrier' }, { name: 'distance' }]);
});

test('what is wrong stands beside its field, and such a query is not run', async () => {
  render(<Editor query={flights} />);
  await choose('Baseline', /^Fixed window/);
  expect(written()?.baseline).toEqual({ kind: 'window', from: 'now-28d', to: 'now-7d' });
  runs.mockClear();
  await user.clear(screen.getByLabelText('To'));
  await user.type(screen.getByLabelText('To'), 'yesterday{Enter}');
  expect(screen.getByText(/"yesterday" is not a time/)).toBeVisible();
  expect(runs).not.toHaveBeenCalled();
  await user.clear(screen.getByLabelText('To'));
  await user.type(screen.getByLabelText('To'), 'now-1d{Enter}');
  expect(written()?.baseline).toEqual({ kind: 'window', from: 'now-28d', to: 'now-1d' });
  expect(runs).toHaveBeenCalledTimes(1);
});

test('a seasonal baseline leaves out stretches of time', async () => {
  render(<Editor query={flights} />);
  await choose('Baseline', /^Seasonal/);
  await user.type(screen.getByLabelText(/^Exclude/), '2013-12-24/2013-12-27{Enter}');
  expect(written()?.baseline).toEqual({
    ...{ kind: 'seasonal', period: '1w', count: 4 },
    exclude: [{ from: '2013-12-24', to: '2013-12-27' }],
  });
});

test('holidays are left out by a calendar, and planned events by a tag, with any baseline over time', async () => {
  const baseline = { kind: 'window' as const, from: 'now-90d', to: 'now-7d' };
  render(<Editor query={{ ...flights, window: '1d', baseline, decision: { significance: 'sequential' } }} />);
  await user.click(screen.getByRole('button', { name: /Decision and timing/ }));
  const field = screen.getByLabelText(/^Exclude/);
  await user.type(field, 'DE-BY, #sale, 2013-12-24/2013-12-27{Enter}');
  expect(written()?.decision?.exclude).toEqual([
    { calendar: 'DE-BY' },
    { tag: 'sale' },
    { from: '2013-12-24', to: '2013-12-27' },
  ]);
  expect(field).toHaveValue('DE-BY, #sale, 2013-12-24/2013-12-27');
});

test('shows when the baseline is and when is judged, and what the query costs', async () => {
  render(<Editor query={flights} />);
  const picture = await screen.findByRole('img', { name: /the same time 7d earlier/ });
  expect(within(picture).getByText('1970-01-01 00:00')).toBeVisible();
  expect(await screen.findByText('2 features, 3 windows: 5 requests, about 120 buckets')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Query plan' }));
  expect(screen.getByText('counts between edges')).toBeVisible();
});

test('says why the store cannot be made to count', async () => {
  const plans = { ...EXPLANATION.plans, current: { unsupported: '"comment" is text.' } };
  render(<Editor query={flights} answers={{ ...resources, explain: async () => ({ ...EXPLANATION, plans }) }} />);
  expect(await screen.findByText(/Query not supported by this store: "comment" is text\./)).toBeVisible();
});

test('says why a baseline makes no sense, before the query is run', async () => {
  const message = 'A baseline of the kind "previous" needs a "timeField".';
  render(<Editor query={flights} answers={{ ...resources, windows: () => Promise.reject({ data: { message } }) }} />);
  expect(await screen.findByText(message)).toBeVisible();
});

test('changing the kind leaves out what the other does not know', async () => {
  render(<Editor query={{ ...flights, detail: true, format: 'timeseries' }} />);
  await choose('Query type', /^Distributions/);
  expect(written()).not.toHaveProperty('detail');
  expect(written()?.format).toBe('table');
  expect(screen.getByLabelText('Bins')).toBeVisible();
  await choose('Query type', /^Drift/);
  expect(written()?.format).toBe('table');
});

test('the decision is set only where it differs from the default, and is told of when closed', async () => {
  render(<Editor query={flights} />);
  const decision = screen.getByRole('button', { name: /^Decision/ });
  await user.click(decision);
  await user.type(screen.getByLabelText('Significance level (α)'), '0.01{Enter}');
  expect(written()?.decision).toEqual({ alpha: 0.01 });
  await user.click(decision);
  expect(screen.getByText('alpha 0.01')).toBeVisible();
  await user.click(decision);
  await user.clear(screen.getByLabelText('Significance level (α)'));
  await user.tab();
  expect(written()).not.toHaveProperty('decision');
});

test('a connection that does not answer is said where it is chosen', async () => {
  const answers: Resources = {
    ...resources,
    connections: () => Promise.reject({ data: { message: 'The settings name no connection: add one.' } }),
  };
  render(<Editor query={flights} answers={answers} />);
  expect(await screen.findByText('The settings name no connection: add one.')).toBeVisible();
});

test("the dashboard's variables are offered beside what there is", async () => {
  render(<Editor query={flights} />);
  await choose('Connection', /^\$store/);
  expect(written()?.current).toEqual({ connection: '$store' });
  await choose('Window size', /^\$window/);
  expect(written()?.window).toBe('$window');
});

test('keys that no field shows are named', async () => {
  render(<Editor query={{ ...flights, decision: { ...({ surprise: 1 } as object) } }} />);
  await screen.findByLabelText('File');
  expect(screen.getByRole('alert')).toHaveTextContent('surprise');
});

test('is accessible, with everything open', async () => {
  const { container } = render(<Editor query={flights} />);
  await user.click(await screen.findByRole('button', { name: 'Types and tests' }));
  await user.click(screen.getByRole('button', { name: /^Decision/ }));
  await user.click(await screen.findByRole('button', { name: 'Query plan' }));
  await user.click(screen.getByLabelText('Custom'));
  expect(await accessibilityFaults(container)).toEqual([]);
});
