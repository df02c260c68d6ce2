import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { render, screen } from '@testing-library/react';
import { type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import { accessibilityFaults } from '../../tests/fixtures/panels/accessibility';
import { StartPage } from './StartPage';

const withSources = (...sources: Array<{ uid: string; name: string }>) =>
  setDataSourceSrv({ getList: () => sources } as unknown as DataSourceSrv);

test('leads to the demo and, step by step, to an own dashboard', async () => {
  withSources();
  const { container } = render(<StartPage />, { wrapper: MemoryRouter });
  expect(screen.getByRole('link', { name: /See the demo/ })).toHaveAttribute('href', '/d/modelwatch-flight-delays');
  expect(screen.getByRole('link', { name: 'Add a data source' })).toBeVisible();
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('names the data sources that there are', () => {
  withSources({ uid: 'abc', name: 'Models' });
  render(<StartPage />, { wrapper: MemoryRouter });
  expect(screen.getByRole('link', { name: 'Models' })).toHaveAttribute('href', '/connections/datasources/edit/abc');
});
