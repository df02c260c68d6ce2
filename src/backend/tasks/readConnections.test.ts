/** @jest-environment node */
import { readAccess, readConnections } from './readConnections';
import type { DataSourceSettings } from './Task';

function settings(jsonData: unknown): DataSourceSettings {
  const text = typeof jsonData === 'string' ? jsonData : JSON.stringify(jsonData);
  return { organisation: 1, uid: 'u', name: 'My models', lastUpdated: 0, jsonData: text, secrets: {} };
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
      grafana: { ...grafana, allowedUids: ['prom'] },
    });
    expect(read().access.grafana?.allowedUids).toBeUndefined();
    expect(() => read('prom')).toThrow('"allowedUids": is not a list of uids');
    expect(() => read([1])).toThrow('"allowedUids": is not a list of uids');
  });

  it.each([
    ['nothing', '', 'name no connection'],
    ['no connection', { connections: {} }, 'name no connection'],
    ['no JSON', '{', 'are not JSON'],
    ['a list', [], 'are not an object'],
    ['null', null, 'are not an object'],
    ['a later version', { version: 2, connections: { files } }, 'are of version 2'],
    ['an unknown type', { connections: { a: { type: 'telepathy' } } }, '"connections.a'],
    ['a folder left out', { connections: { a: { type: 'file' } } }, '"connections.a.folder"'],
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
