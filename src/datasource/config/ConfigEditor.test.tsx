import React, { useState } from 'react';
import { render, screen } from '@testing-library/react';
import type { DataSourceSettings } from '@grafana/data';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { user } from '../../../tests/fixtures/panels/user';
import { layOut } from '../../../tests/fixtures/panels/browser';
import type { ModelwatchSettings } from '../ModelwatchSettings';
import { ConfigEditor } from './ConfigEditor';

const onChange = jest.fn<void, [ModelwatchSettings]>();
const written = () => onChange.mock.lastCall?.[0];

function Editor({ jsonData }: { jsonData: ModelwatchSettings }) {
  const [options, setOptions] = useState({ jsonData, readOnly: false } as DataSourceSettings<ModelwatchSettings>);
  const change = (changed: DataSourceSettings<ModelwatchSettings>) => {
    onChange(changed.jsonData);
    setOptions(changed);
  };
  return <ConfigEditor options={options} onOptionsChange={change} />;
}

beforeAll(layOut);

const folder = (name: string) => ({ type: 'file' as const, folder: name });

test('a first connection needs a name and a folder', async () => {
  const { container } = render(<Editor jsonData={{}} />);
  expect(screen.getByText(/No connection yet/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Add a connection to files' }));
  expect(screen.getByText(/Name a folder/)).toBeVisible();
  await user.type(screen.getByLabelText(/^Folder/), '/data');
  expect(screen.queryByText(/Name a folder/)).not.toBeInTheDocument();
  expect(written()).toEqual({ version: 1, connections: { files: folder('/data') } });
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('a connection is renamed once its name is complete, in its place, and stays the default', async () => {
  render(<Editor jsonData={{ connections: { one: folder('/1'), two: folder('/2') }, defaultConnection: 'one' }} />);
  const [name] = screen.getAllByLabelText(/^Name/);
  await user.clear(name);
  expect(screen.getByText('Give the connection a name')).toBeVisible();
  await user.type(name, 'two');
  expect(screen.getByText('There is a connection "two" already')).toBeVisible();
  await user.type(name, 'b{Enter}');
  expect(Object.keys(written()?.connections ?? {})).toEqual(['twob', 'two']);
  expect(written()?.defaultConnection).toBe('twob');
});

test('removing the default connection leaves none', async () => {
  render(<Editor jsonData={{ connections: { one: folder('/1'), two: folder('/2') }, defaultConnection: 'one' }} />);
  await user.click(screen.getByRole('button', { name: 'Remove the connection one' }));
  expect(written()).toEqual({ version: 1, connections: { two: folder('/2') } });
});
