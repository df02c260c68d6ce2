import React, { useState } from 'react';
import type { DataQueryRequest } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { lastValueFrom } from 'rxjs';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { layOut } from '../../../tests/fixtures/panels/browser';
import { user } from '../../../tests/fixtures/panels/user';
import type { DataSource } from '../DataSource';
import { answering } from '../editor/testing/answering';
import type { VariableQuery } from './VariableQuery';
import { VariableQueryEditor } from './VariableQueryEditor';
import { VariableSupport } from './VariableSupport';

beforeAll(layOut);

const values = jest.fn(async (..._asked: unknown[]): Promise<string[]> => ['v1', 'v2']);
const datasource = { resources: { ...answering('prometheus'), values } } as unknown as DataSource;

async function listed(query: Partial<VariableQuery>): Promise<unknown[]> {
  const request = { targets: [{ refId: 'A', ...query }] } as unknown as DataQueryRequest<VariableQuery>;
  const { data } = await lastValueFrom(new VariableSupport(datasource).query(request));
  return data.map(({ value }: { value: unknown }) => value);
}

const current = { connection: 'store', matchers: 'model="delay"' };

test.each<{ query: Partial<VariableQuery>; expected: string[] }>([
  // As it was stored before there was a choice.
  { query: { current: { path: 'flights.parquet' } }, expected: ['flight_id', 'distance', 'delay', 'carrier'] },
  { query: { what: 'values', current, field: 'version' }, expected: ['v1', 'v2'] },
  { query: { what: 'metrics', current }, expected: ['latency_seconds', 'predictions_total'] },
  { query: { what: 'profiles' }, expected: ['training-2013'] },
  { query: { what: 'connections' }, expected: ['store'] },
  { query: { what: 'values', current }, expected: [] },
  { query: {}, expected: [] },
])('$query lists $expected', async ({ query, expected }) => {
  expect(await listed(query)).toEqual(expected);
});

test('values are asked for the selection and its field', async () => {
  await listed({ what: 'values', current, field: 'version' });
  expect(values).toHaveBeenLastCalledWith(current, 'version', null);
});

test('where the time of the dashboard has no values, those of all times are listed', async () => {
  const range = { from: { valueOf: () => 1 }, to: { valueOf: () => 2 } };
  const request = { targets: [{ refId: 'A', what: 'values', current, field: 'version' }], range };
  values.mockClear();
  values.mockResolvedValueOnce([]);
  const { data } = await lastValueFrom(
    new VariableSupport(datasource).query(request as unknown as DataQueryRequest<VariableQuery>)
  );
  expect(data).toEqual([
    { text: 'v1', value: 'v1' },
    { text: 'v2', value: 'v2' },
  ]);
  expect(values.mock.calls).toEqual([
    [current, 'version', { from: 1, to: 2 }],
    [current, 'version', null],
  ]);
});

test('a variable is made by picking what it lists', async () => {
  const onChange = jest.fn();
  function Editor() {
    const [query, setQuery] = useState<VariableQuery>({ refId: 'A' });
    const change = (changed: VariableQuery) => {
      onChange(changed);
      setQuery(changed);
    };
    return <VariableQueryEditor datasource={datasource} query={query} onChange={change} onRunQuery={jest.fn()} />;
  }
  const { container } = render(<Editor />);
  await user.click(screen.getByLabelText('List'));
  await user.click(await screen.findByRole('option', { name: /^Versions or segments/ }));
  await user.click(screen.getByLabelText('Values of'));
  await user.click(await screen.findByRole('option', { name: 'version' }));
  expect(onChange).toHaveBeenLastCalledWith({ refId: 'A', what: 'values', field: 'version' });
  expect(await accessibilityFaults(container)).toEqual([]);
});
