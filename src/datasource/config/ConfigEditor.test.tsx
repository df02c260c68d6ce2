import React, { useState } from 'react';
import { render, screen, within } from '@testing-library/react';
import type { DataSourceInstanceSettings } from '@grafana/data';
import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { user } from '../../../tests/fixtures/panels/user';
import { layOut } from '../../../tests/fixtures/panels/browser';
import { connectionsSchema } from '../../evaluate/connections';
import type { ModelwatchSettings } from '../ModelwatchSettings';
import { ConfigEditor } from './ConfigEditor';
import type { Settings } from './settings';

const onChange = jest.fn<void, [Settings]>();
const written = () => onChange.mock.lastCall![0];

interface Given {
  jsonData: ModelwatchSettings;
  stored?: string[];
}

function Editor({ jsonData, stored = [] }: Given) {
  const secureJsonFields = Object.fromEntries(stored.map((key) => [key, true]));
  const [options, setOptions] = useState({ jsonData, secureJsonFields, readOnly: false } as unknown as Settings);
  const change = (changed: Settings) => {
    onChange(changed);
    setOptions(changed);
  };
  return <ConfigEditor options={options} onOptionsChange={change} />;
}

const SOURCES = [
  { uid: 'prom', name: 'Main Prometheus', type: 'prometheus' },
  { uid: 'other', name: 'Other Prometheus', type: 'prometheus' },
  { uid: 'es', name: 'Logs', type: 'elasticsearch' },
  { uid: 'loki', name: 'Loki', type: 'loki' },
] as DataSourceInstanceSettings[];

beforeAll(() => {
  layOut();
  setDataSourceSrv({
    getList: ({ filter = () => true } = {}) => SOURCES.filter(filter),
  } as DataSourceSrv);
});

const folder = (name: string) => ({ type: 'file' as const, folder: name });
const add = (type: string) => user.click(screen.getByRole('button', { name: `Add a connection to ${type}` }));

async function choose(label: string | RegExp, option: string | RegExp) {
  await user.click(screen.getByLabelText(label));
  await user.click(await screen.findByRole('option', { name: option }));
}

test('a first connection needs a name and a folder', async () => {
  const { container } = render(<Editor jsonData={{}} />);
  expect(screen.getByText(/No connections yet/)).toBeVisible();
  await add('Files');
  // Nothing is wrong before anything was typed, or left out.
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(screen.queryByText(/Enter a folder/)).not.toBeInTheDocument();
  await user.click(screen.getByLabelText(/^Folder/));
  await user.tab();
  expect(screen.getByText(/Enter a folder/)).toBeVisible();
  await user.type(screen.getByLabelText(/^Folder/), '/data');
  expect(screen.queryByText(/Enter a folder/)).not.toBeInTheDocument();
  await user.type(screen.getByLabelText(/^Replay/), '52w');
  expect(written().jsonData).toEqual({
    version: 1,
    connections: { files: { ...folder('/data'), replay: '52w' } },
  });
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('a connection is renamed once its name is complete, in its place, and stays the default', async () => {
  render(<Editor jsonData={{ connections: { one: folder('/1'), two: folder('/2') }, defaultConnection: 'one' }} />);
  const [name] = screen.getAllByLabelText(/^Name/);
  await user.clear(name);
  expect(screen.getByText('Enter a connection name')).toBeVisible();
  await user.type(name, 'two');
  expect(screen.getByText('"two" already exists')).toBeVisible();
  await user.type(name, 'b{Enter}');
  expect(Object.keys(written().jsonData.connections ?? {})).toEqual(['twob', 'two']);
  expect(written().jsonData.defaultConnection).toBe('twob');
});

test('removing the default connection leaves none, and nothing of its secrets', async () => {
  render(
    <Editor
      jsonData={{ connections: { one: folder('/1'), two: folder('/2') }, defaultConnection: 'one' }}
      stored={['one.token', 'two.token']}
    />
  );
  await user.click(screen.getByRole('button', { name: 'Remove connection one' }));
  expect(written().jsonData).toEqual({ version: 1, connections: { two: folder('/2') }, defaultConnection: undefined });
  expect(written().secureJsonData).toEqual({ 'one.token': '' });
  expect(written().secureJsonFields).toEqual({ 'one.token': false, 'two.token': true });
});

test('a store by its address, with user and password, certificates, headers and a timeout', async () => {
  const { container } = render(<Editor jsonData={{}} />);
  await add('Prometheus');
  const wrong = 'Enter the URL as http://host:port';
  expect(screen.queryByText(wrong)).not.toBeInTheDocument();
  await user.type(screen.getByLabelText(/^URL/), 'prom:9090');
  await user.tab();
  expect(screen.getByText(wrong)).toBeVisible();
  await user.clear(screen.getByLabelText(/^URL/));
  await user.type(screen.getByLabelText(/^URL/), 'https://prom:9090/api');
  expect(screen.queryByText(wrong)).not.toBeInTheDocument();
  await choose('Authentication', 'Basic authentication');
  await user.type(screen.getByLabelText(/^User/), 'reader');
  await user.type(screen.getByLabelText(/^Password/), 's3cret');
  await user.click(screen.getByRole('button', { name: 'TLS' }));
  await user.click(screen.getByLabelText(/^CA certificate/));
  await user.paste('-----BEGIN CERTIFICATE-----\nCA');
  await user.click(screen.getByLabelText(/^Client certificate/));
  await user.paste('-----BEGIN CERTIFICATE-----\nME');
  await user.click(screen.getByLabelText(/^Client key/));
  await user.paste('-----BEGIN PRIVATE KEY-----');
  await user.click(screen.getByRole('button', { name: 'Custom headers' }));
  await user.type(screen.getByLabelText(/^New header/), 'X-Scope-OrgID');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  await user.type(screen.getByLabelText('X-Scope-OrgID'), 'tenant');
  await user.type(screen.getByLabelText(/^New header/), 'X-Team');
  await user.click(screen.getByLabelText('secret'));
  await user.click(screen.getByRole('button', { name: 'Add' }));
  await user.type(screen.getByLabelText('X-Team'), 'ml');
  await user.type(screen.getByLabelText(/^Timeout/), '10s');
  const { connections } = written().jsonData;
  expect(connections).toEqual({
    metrics: {
      type: 'prometheus',
      url: 'https://prom:9090/api',
      username: 'reader',
      tls: { ca: '-----BEGIN CERTIFICATE-----\nCA', cert: '-----BEGIN CERTIFICATE-----\nME' },
      headers: { 'X-Team': 'ml' },
      timeout: '10s',
    },
  });
  expect(written().secureJsonData).toEqual({
    'metrics.password': 's3cret',
    'metrics.tlsKey': '-----BEGIN PRIVATE KEY-----',
    'metrics.header.X-Scope-OrgID': 'tenant',
  });
  // What is written is what the back end reads.
  expect(() => connectionsSchema.parse(JSON.parse(JSON.stringify(connections)))).not.toThrow();
  expect(await accessibilityFaults(container)).toEqual([]);
});

test('a stored secret is replaced, not shown; another method takes back what belonged to the old one', async () => {
  const logs = { type: 'elasticsearch' as const, url: 'http://es:9200' };
  render(<Editor jsonData={{ connections: { logs } }} stored={['logs.header.Authorization']} />);
  expect(screen.getByLabelText('Authentication')).toHaveValue('API key');
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(written().secureJsonFields).toEqual({ 'logs.header.Authorization': false });
  await choose('Authentication', /^API key/);
  await user.type(screen.getByLabelText(/^API key/), 'abc==');
  expect(written().secureJsonData).toEqual({ 'logs.header.Authorization': 'ApiKey abc==' });
  expect(screen.getByLabelText(/^API key/)).toHaveValue('abc==');
  await choose('Authentication', 'Bearer token');
  expect(written().secureJsonData).toEqual({ 'logs.header.Authorization': '' });
  await user.type(screen.getByLabelText(/^Token/), 't');
  expect(written().secureJsonData).toEqual({ 'logs.header.Authorization': '', 'logs.token': 't' });
});

test('renaming says that stored secrets have to be typed again, and moves what was just typed', async () => {
  const logs = { type: 'elasticsearch' as const, url: 'http://es:9200', username: 'u' };
  render(<Editor jsonData={{ connections: { logs } }} stored={['logs.header.X-Key']} />);
  await user.type(screen.getByLabelText(/^Password/), 'p');
  const name = screen.getByLabelText(/^Name/);
  await user.clear(name);
  await user.type(name, 'events');
  expect(screen.getByText(/Enter them again/)).toBeVisible();
  await user.type(name, '{Enter}');
  expect(written().secureJsonData).toEqual({ 'logs.password': '', 'events.password': 'p', 'logs.header.X-Key': '' });
});

test('through Grafana only allowed data sources of the right type are offered', async () => {
  render(<Editor jsonData={{}} />);
  expect(screen.queryByLabelText(/token/i)).not.toBeInTheDocument();
  await add('Prometheus');
  await user.click(screen.getByLabelText('Through Grafana'));
  await user.click(screen.getByLabelText(/^Grafana data source/));
  const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
  expect(offered).toEqual(['Main Prometheusprometheus', 'Other Prometheusprometheus']);
  await user.click(screen.getByRole('option', { name: /^Main/ }));
  expect(written().jsonData.connections).toEqual({ metrics: { type: 'prometheus', grafanaUid: 'prom' } });
  await user.click(screen.getByLabelText(/^Restrict data sources/));
  expect(written().jsonData.allowedUids).toEqual(['prom']);
  await user.type(screen.getByLabelText(/^Service account token/), 'glsa_1');
  expect(written().secureJsonData).toEqual({ 'grafana.token': 'glsa_1' });
  await user.click(screen.getByLabelText(/^Grafana data source/));
  expect(await screen.findAllByRole('option')).toHaveLength(1);
});

test('a data source that is not allowed is said to be none', () => {
  const metrics = { type: 'prometheus' as const, grafanaUid: 'other' };
  render(<Editor jsonData={{ connections: { metrics }, allowedUids: ['prom'] }} />);
  const card = within(screen.getByRole('region', { name: 'Connection metrics' }));
  expect(card.getByText(/Not in the list of allowed data sources/)).toBeVisible();
});

test('the folder of profiles and the address of Kibana are set, and taken back', async () => {
  render(<Editor jsonData={{}} />);
  await user.type(screen.getByLabelText(/^Profiles/), '/p');
  expect(written().jsonData.profiles).toBe('/p');
  const kibana = screen.getByLabelText(/^Kibana/);
  await user.type(kibana, 'kibana:5601');
  expect(screen.getByText('Enter the URL as https://host:port')).toBeVisible();
  await user.clear(kibana);
  await user.type(kibana, 'http://kibana:5601');
  expect(screen.queryByText('Enter the URL as https://host:port')).not.toBeInTheDocument();
  expect(written().jsonData).toMatchObject({ profiles: '/p', kibanaUrl: 'http://kibana:5601' });
  await user.clear(kibana);
  expect(written().jsonData.kibanaUrl).toBeUndefined();
});

test('what is provisioned cannot be changed', () => {
  const settings = { jsonData: { connections: { one: folder('/1') } }, readOnly: true } as unknown as Settings;
  render(<ConfigEditor options={settings} onOptionsChange={onChange} />);
  const controls = [...screen.getAllByRole('textbox'), ...screen.getAllByRole('button')];
  controls.forEach((control) => expect(control).toBeDisabled());
});

test('a registry of models has an address of its own, and no way through Grafana', async () => {
  const { container } = render(<Editor jsonData={{}} />);
  await add('MLflow');
  expect(screen.queryByText('Through Grafana')).not.toBeInTheDocument();
  await user.type(screen.getByLabelText(/^URL/), 'http://mlflow:5000');
  expect(written().jsonData.connections).toEqual({ registry: { type: 'mlflow', url: 'http://mlflow:5000' } });
  expect(() => connectionsSchema.parse(written().jsonData.connections)).not.toThrow();
  expect(await accessibilityFaults(container)).toEqual([]);
});
