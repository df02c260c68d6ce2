import { foldersOf } from './foldersOf';
import { SecretFilter } from './SecretFilter';
import { secretsOf } from './secretsOf';
import type { DataSourceSettings } from '../tasks/Task';

export interface Filters {
  /** For whoever asks, who may be anyone who may query the data source. */
  readonly answer: SecretFilter;
  /** For the administrator: folders are told. */
  readonly log: SecretFilter;
}

const made = new WeakMap<DataSourceSettings, Filters>();

/** What must not leave the process in an answer for a data source, and in the log. */
export function filtersOf(settings: DataSourceSettings): Filters {
  const known = made.get(settings);
  if (known !== undefined) {
    return known;
  }
  const secrets = secretsOf(settings);
  const filters = { answer: new SecretFilter(secrets, foldersOf(settings)), log: new SecretFilter(secrets) };
  made.set(settings, filters);
  return filters;
}
