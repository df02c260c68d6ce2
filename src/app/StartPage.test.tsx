import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import {
  type BackendSrv,
  type DataSourceSrv,
  locationService,
  setBackendSrv,
  setDataSourceSrv,
} from '@grafana/runtime';
import { accessibilityFaults } from '../../tests/fixtures/panels/accessibility';
import { user } from '../../tests/fixtures/panels/user';
import { DOCS_PAGES } from './docs/docs';
import { DASHBOARDS, docPage, firstQuery } from './places';
import { StartPage } from './StartPage';

const reload = jest.fn();
const withSources = (...sources: Array<{ uid: string; name: string }>) =>
  setDataSourceSrv({ getList: () => sources, reload } as unknown as DataSourceSrv);
const hrefs = (list: HTMLElement) =>
  within(list)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));

test('leads to the demo, all dashboards and all of the documentation', async () => {
  withSources({ uid: 'modelwatch-demo', name: 'Modelwatch demo' });
  const { container } = render(<StartPage />, { wrapper: MemoryRouter });
  expect(screen.getByRole('link', { name: /See the demo/ })).toHaveAttribute('href', '/d/modelwatch-flight-delays');
  const lists = screen.getAllByRole('list');
  const [dashboards, documents] = lists.slice(-2);
  expect(hrefs(dashboards)).toEqual(DASHBOARDS.map(({ uid }) => `/d/${uid}`));
  expect(hrefs(documents)).toEqual(DOCS_PAGES.map(({ name }) => docPage(name)));
  expect(await accessibilityFaults(container)).toEqual([]);
});

test("without the demo says that only its own dashboard needs the demo's data, and where that is described", () => {
  withSources();
  render(<StartPage />, { wrapper: MemoryRouter });
  expect(screen.queryByRole('link', { name: /See the demo/ })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'provision the demo' })).toHaveAttribute('href', docPage('install'));
  expect(screen.getByText(/other dashboards work with any Modelwatch data source/)).toBeVisible();
});

test('adds a data source under a name that is free, and opens its page', async () => {
  withSources({ uid: 'abc', name: 'Modelwatch' });
  const post = jest.fn().mockResolvedValue({ datasource: { uid: 'new' } });
  setBackendSrv({ post } as unknown as BackendSrv);
  render(<StartPage />, { wrapper: MemoryRouter });
  expect(screen.getByRole('link', { name: 'Modelwatch' })).toHaveAttribute('href', '/connections/datasources/edit/abc');
  await user.click(screen.getByRole('button', { name: 'Add another data source' }));
  const body = { name: 'Modelwatch 2', type: 'modelwatch-datasource', access: 'proxy' };
  await waitFor(() => expect(post).toHaveBeenCalledWith('/api/datasources', body, expect.anything()));
  expect(reload).toHaveBeenCalled();
  expect(locationService.getLocation().pathname).toBe('/connections/datasources/edit/new');
});

test('says who can help where somebody may not add data sources', async () => {
  withSources();
  const refused = { status: 403, data: { message: 'no' }, statusText: 'Forbidden', config: {} };
  setBackendSrv({ post: jest.fn().mockRejectedValue(refused) } as unknown as BackendSrv);
  render(<StartPage />, { wrapper: MemoryRouter });
  await user.click(screen.getByRole('button', { name: 'Add a data source' }));
  expect(await screen.findByText(/Ask an administrator/)).toBeVisible();
});

test('asks a first query in Explore, once there is a data source', () => {
  withSources({ uid: 'abc', name: 'Models' });
  render(<StartPage />, { wrapper: MemoryRouter });
  expect(screen.getByRole('link', { name: 'Run a first query' })).toHaveAttribute('href', firstQuery('abc'));
});
