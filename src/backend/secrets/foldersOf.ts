import { realpathSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { objectOf, settingsObject } from './settingsObject';
import type { DataSourceSettings } from '../tasks/Task';

const FILES_OF_TLS = ['caFile', 'certFile', 'keyFile'];

/** Absolute paths on the server that the settings name: of the folders of connections and profiles, and of certificates. */
export function foldersOf({ jsonData }: Pick<DataSourceSettings, 'jsonData'>): string[] {
  const { connections, profiles } = settingsObject(jsonData);
  const named = Object.values(objectOf(connections)).flatMap((connection) => {
    const { folder, tls } = objectOf(connection);
    return [folder, ...FILES_OF_TLS.map((key) => objectOf(tls)[key])];
  });
  const folders = [...named, profiles].filter((path): path is string => typeof path === 'string' && path !== '');
  return folders.flatMap((path) => [
    ...(isAbsolute(path) ? [path.replace(/\/+$/, '')] : []),
    resolve(path),
    real(path),
  ]);
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return '';
  }
}
