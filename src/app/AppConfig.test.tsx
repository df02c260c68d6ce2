import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { render, screen, waitFor } from '@testing-library/react';
import type { AppPluginMeta, GrafanaPlugin } from '@grafana/data';
import { type BackendSrv, type DataSourceSrv, setBackendSrv, setDataSourceSrv } from '@grafana/runtime';
import { accessibilityFaults } from '../../tests/fixtures/panels/accessibility';
import { user } from '../../tests/fixtures/panels/user';
import { AppConfig } from './AppConfig';
import { docPage, START_PAGE } from './places';

const show = (enabled: boolean) => {
  setDataSourceSrv({ getList: () => [] } as unknown as DataSourceSrv);
  const plugin = { meta: { enabled } } as GrafanaPlugin<AppPluginMeta>;
  return render(<AppConfig plugin={plugin} query={{}} />, { wrapper: MemoryRouter });
};

test('a new installation is led through: enable, add a data source, ask', async () => {
  const post = jest.fn().mockRejectedValue({ status: 403, data: {}, config: {} });
  setBackendSrv({ post } as unknown as BackendSrv);
  const { container } = show(false);
  expect(screen.getByRole('button', { name: 'Add a data source' })).toBeDisabled();
  expect(screen.queryByRole('link', { name: /Start page/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Enable' }));
  const body = { enabled: true, pinned: true, jsonData: {} };
  await waitFor(() =>
    expect(post).toHaveBeenCalledWith('/api/plugins/modelwatch-app/settings', body, expect.anything())
  );
  expect(await screen.findByText(/may not enable apps here/)).toBeVisible();
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('once it is enabled the next step is open', () => {
  show(true);
  expect(screen.getByText('The app is enabled.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Add a data source' })).toBeEnabled();
  expect(screen.getByRole('link', { name: /Start page/ })).toHaveAttribute('href', START_PAGE);
  expect(screen.getByRole('link', { name: /step by step/ })).toHaveAttribute('href', docPage('install'));
});
