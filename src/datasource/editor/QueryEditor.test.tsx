import React, { useState } from 'react';
import { render, screen, waitFor } from '@testing-library/react';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { user } from '../../../tests/fixtures/panels/user';
import { layOut } from '../../../tests/fixtures/panels/browser';
import type { DataSource } from '../DataSource';
import { defaultQuery } from '../defaultQuery';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import type { FieldDescription, Resources } from '../resources';
import { QueryEditor } from './QueryEditor';

const FIELDS: FieldDescription[] = [
  { name: 'time', type: 'time', evidence: 'a timestamp' },
  { name: 'distance', type: 'numeric', evidence: '214 different numbers' },
  { name: 'carrier', type: 'categorical', evidence: '16 different texts' },
];

/** What the back end answers over one connection to files. */
const resources: Resources = {
  resolve: (text) => text,
  connections: async () => ({ connections: [{ name: 'files', type: 'file' }], defaultConnection: null }),
  files: async () => ['flights.parquet', 'old/flights.csv'],
  describe: async () => ({ fields: FIELDS, timeBounds: null }),
  explain: () => Promise.reject(new Error('not asked here')),
};

const onChange = jest.fn<void, [ModelwatchQuery]>();
const written = () => onChange.mock.lastCall?.[0];
const runs = jest.fn();

function Editor({ query, answers = resources }: { query: Partial<ModelwatchQuery>; answers?: Resources }) {
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

const flights = { current: { path: 'flights.parquet', timeField: 'time' } };

async function choose(label: RegExp | string, option: RegExp | string) {
  await user.click(screen.getByLabelText(label));
  await user.click(await screen.findByRole('option', { name: option }));
}

test('a query is made by picking: file, time field, baseline', async () => {
  render(<Editor query={{}} />);
  await screen.findByPlaceholderText('files');
  await choose('File', 'flights.parquet');
  await waitFor(() => expect(written()?.current).toEqual({ path: 'flights.parquet' }));
  await choose('Time field', /^time/);
  await choose('Earlier by', '28d');
  expect(written()).toEqual({
    refId: 'A',
    ...defaultQuery(),
    ...flights,
    baseline: { kind: 'previous', offset: '28d' },
  });
  expect(runs).toHaveBeenCalledTimes(3);
});

test('features come with their type and how it was found', async () => {
  render(<Editor query={flights} />);
  await user.click(screen.getByLabelText('Features'));
  const distance = await screen.findByRole('option', { name: /distance/ });
  expect(distance).toHaveTextContent('numeric: 214 different numbers');
  expect(screen.queryByRole('option', { name: /^time/ })).not.toBeInTheDocument();
  await user.click(distance);
  expect(written()?.current?.features).toEqual([{ name: 'distance' }]);
});

test('what is wrong stands beside its field, and such a query is not run', async () => {
  render(<Editor query={flights} />);
  await user.click(screen.getByLabelText('Fixed window'));
  expect(screen.getAllByText(/"" is not a time/)).toHaveLength(2);
  await user.type(screen.getByLabelText('From'), 'now-28d{Enter}');
  await user.type(screen.getByLabelText('To'), 'yesterday{Enter}');
  expect(screen.getByText(/"yesterday" is not a time/)).toBeVisible();
  expect(runs).not.toHaveBeenCalled();
  await user.clear(screen.getByLabelText('To'));
  await user.type(screen.getByLabelText('To'), 'now-1d{Enter}');
  expect(written()?.baseline).toEqual({ kind: 'window', from: 'now-28d', to: 'now-1d' });
  expect(runs).toHaveBeenCalledTimes(1);
});

test('changing the kind leaves out what the other does not know', async () => {
  render(<Editor query={{ ...flights, detail: true }} />);
  await user.click(screen.getByLabelText('Distributions'));
  expect(written()).not.toHaveProperty('detail');
  expect(written()).not.toHaveProperty('format');
  expect(screen.getByLabelText('Bins')).toBeVisible();
  await user.click(screen.getByLabelText('Drift'));
  expect(written()?.format).toBe('table');
});

test('the decision is set only where it differs from the default', async () => {
  render(<Editor query={flights} />);
  await user.click(screen.getByRole('button', { name: /Decision/ }));
  await user.type(screen.getByLabelText('Alpha'), '0.01{Enter}');
  expect(written()?.decision).toEqual({ alpha: 0.01 });
  await user.clear(screen.getByLabelText('Alpha'));
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

test('keys that no field shows are named', async () => {
  render(<Editor query={{ ...flights, decision: { ...({ surprise: 1 } as object) } }} />);
  await screen.findByPlaceholderText('files');
  expect(screen.getByText(/surprise/)).toBeVisible();
});

test('is accessible, with everything open', async () => {
  const { container } = render(<Editor query={flights} />);
  await user.click(screen.getByRole('button', { name: /Decision/ }));
  await user.click(screen.getByLabelText('Pick'));
  expect(await accessibilityFaults(container)).toEqual([]);
});
