import { isAbsolute, resolve } from 'node:path';
import { objectOf, settingsObject } from './settingsObject';
import type { DataSourceSettings } from '../tasks/Task';

const FILES_OF_TLS = ['caFile', 'certFile', 'keyFile'];

/**
 * Absolute paths on the server that the settings name: of the folders of connections and profiles, and of certificates. No
 * file is looked at: one that doesn't open would hold up every task of the data source. Where a link leads to is taken out of
 * messages by `withoutPaths`.
 */
export function foldersOf({ jsonData }: Pick<DataSourceSettings, 'jsonData'>): string[] {
  const { connections, profiles } = settingsObject(jsonData);
  const named = Object.values(objectOf(connections)).flatMap((connection) => {
    const { folder, tls } = objectOf(connection);
    return [folder, ...FILES_OF_TLS.map((key) => objectOf(tls)[key])];
  });
  const folders = [...named, profiles].filter((path): path is string => typeof path === 'string' && path !== '');
  return folders.flatMap((path) => [...(isAbsolute(path) ? [path.replace(/\/+$/, '')] : []), resolve(path)]);
}
