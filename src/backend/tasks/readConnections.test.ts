/** @jest-environment node */
import { sourceOf } from '../../evaluate/connections';
import { readAccess, readConnections } from './readConnections';
import type { DataSourceSettings } from './Task';

function settings(jsonData: unknown): DataSourceSettings {
  const text = typeof jsonData === 'string' ? jsonData : JSON.stringify(jsonData);
  return { organization: 1, uid: 'u', name: 'My models', lastUpdated: 0, jsonData: text, secrets: {} };
}

const files = { type: 'file', folder: '/data' };

describe('readConnections', () => {
  it('reads the connections and the default one', () => {
    expect(readConnections(settings({ version: 1, connections: { files }, defaultConnection: 'files' }))).toEqual({
      connections: { files },
      defaultConnection: 'files',
      access: { secrets: {} },
    });
  });

  it('needs no version and no default, and takes no notice of what others keep in the settings', () => {
    expect(readConnections(settings({ connections: { files }, defaultConnection: '', tlsSkipVerify: true }))).toEqual({
      connections: { files },
      defaultConnection: undefined,
      access: { secrets: {} },
    });
  });

  it('hands on the secrets, and the way to Grafana with the uids that may be gone through', () => {
    const grafana = { url: 'http://localhost:3000', token: 't', headers: {} };
    const read = (allowedUids?: unknown) =>
      readConnections({
        ...settings({ connections: { files }, allowedUids }),
        secrets: { 'a.password': 's' },
        grafana,
      });
    // Before there is a connection, what it could go through has to be picked.
    expect(readAccess({ ...settings({ allowedUids: ['prom'] }), grafana }).grafana?.allowedUids).toEqual(['prom']);
    expect(read(['prom']).access).toEqual({
      secrets: { 'a.password': 's' },
      grafana: { ...grafana, allowedUids: ['prom'], mayList: true },
    });
    expect(() => read('prom')).toThrow('"allowedUids": is not a list of uids');
    expect(() => read([1])).toThrow('"allowedUids": is not a list of uids');
  });

  it.each([undefined, null])(
    'allows the uids that connections name, and lists none, where allowedUids is %s',
    (allowedUids) => {
      const grafana = { url: 'http://localhost:3000', token: 't', headers: {} };
      const through = { type: 'prometheus', grafanaUid: 'prom-1' };
      const wrong = { type: 'prometheus', grafanaUid: 'prom-2', timeout: 'soon' };
      const read = readConnections({ ...settings({ connections: { files, through, wrong }, allowedUids }), grafana });
      expect(read.access.grafana).toMatchObject({ allowedUids: ['prom-1', 'prom-2'], mayList: false });
    }
  );

  it.each([
    ['an unknown type', { type: 'telepathy' }, 'is not a kind of connection', undefined],
    ['a folder left out', { type: 'file' }, '"connections.a.folder"', 'file'],
    ['an address without a host', { type: 'prometheus', url: 'http://[' }, '"connections.a.url"', 'prometheus'],
    ['a port that is none', { type: 'prometheus', url: 'http://h:99999' }, '"connections.a.url"', 'prometheus'],
    [
      'a lone % before the host',
      { type: 'elasticsearch', url: 'http://a%zz@h' },
      '"connections.a.url"',
      'elasticsearch',
    ],
    [
      'a timeout that is none',
      { type: 'prometheus', url: 'http://h', timeout: 'soon' },
      '"connections.a.timeout"',
      'prometheus',
    ],
    ['a timeout of months', { type: 'prometheus', url: 'http://h', timeout: '30w' }, 'longer than a day', 'prometheus'],
    ['null', null, '"connections.a"', undefined],
  ])('says of %s what is wrong, and the others work', (_, a, message, meant) => {
    const { connections } = readConnections(settings({ connections: { a, files }, defaultConnection: 'a' }));
    expect(connections.files).toEqual(files);
    expect(connections.a).toMatchObject({ type: 'invalid', problem: expect.stringContaining(message) });
    expect(connections.a).toMatchObject({ problem: expect.stringContaining('"My models"') });
    expect('meant' in connections.a ? connections.a.meant : undefined).toBe(meant);
    expect(() => sourceOf(connections, 'a')).toThrow(message);
    expect(() => sourceOf(connections, 'files')).not.toThrow();
  });

  it.each([
    ['connections that are a list', { connections: [files] }, 'by the name of a connection'],
    ['nothing', '', 'name no connection'],
    ['no connection', { connections: {} }, 'name no connection'],
    ['no JSON', '{', 'are not JSON'],
    ['a list', [], 'are not an object'],
    ['null', null, 'are not an object'],
    ['a later version', { version: 2, connections: { files } }, 'are of version 2'],
    ['a default that is not there', { connections: { files }, defaultConnection: 'x' }, '"x" as the default'],
    [
      'an inherited name as default',
      { connections: { files }, defaultConnection: 'toString' },
      '"toString" as the default',
    ],
  ])('says what is wrong with %s, and names the data source', (_, jsonData, message) => {
    expect(() => readConnections(settings(jsonData))).toThrow(message);
    expect(() => readConnections(settings(jsonData))).toThrow('"My models"');
  });
});
