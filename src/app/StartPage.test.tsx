import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { render, screen, within } from '@testing-library/react';
import { type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import { accessibilityFaults } from '../../tests/fixtures/panels/accessibility';
import { DASHBOARDS } from './places';
import { StartPage } from './StartPage';

const withSources = (...sources: Array<{ uid: string; name: string }>) =>
  setDataSourceSrv({ getList: () => sources } as unknown as DataSourceSrv);

test('leads to the demo and to all dashboards', async () => {
  withSources({ uid: 'modelwatch-demo', name: 'Modelwatch demo' });
  const { container } = render(<StartPage />, { wrapper: MemoryRouter });
  expect(screen.getByRole('link', { name: /See the demo/ })).toHaveAttribute('href', '/d/modelwatch-flight-delays');
  expect(screen.queryByText(/data are not here/)).not.toBeInTheDocument();
  const [dashboards] = screen.getAllByRole('list');
  expect(
    within(dashboards)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'))
  ).toEqual(DASHBOARDS.map(({ uid }) => `/d/${uid}`));
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('without the demo says so, and leads step by step to an own dashboard', async () => {
  withSources();
  const { container } = render(<StartPage />, { wrapper: MemoryRouter });
  expect(screen.getByText("The demo's data are not here")).toBeVisible();
  expect(screen.queryByRole('link', { name: /See the demo/ })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Add a data source' })).toBeVisible();
  const [, steps] = screen.getAllByRole('list');
  expect(within(steps).getAllByRole('listitem')).toHaveLength(3);
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('names the data sources that there are', () => {
  withSources({ uid: 'abc', name: 'Models' });
  render(<StartPage />, { wrapper: MemoryRouter });
  expect(screen.getByRole('link', { name: 'Models' })).toHaveAttribute('href', '/connections/datasources/edit/abc');
});
