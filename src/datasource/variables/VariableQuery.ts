import type { DataQuery } from '@grafana/schema';
import type { Selection } from '../../query/selection';
import type { StoreConnectionSettings } from '../ModelwatchSettings';
import type { FieldRole } from './fieldRoles';

/** What a dashboard variable lists: of a query stored without it, features. */
export const VARIABLE_SUBJECTS = [
  'features',
  'values',
  'field',
  'places',
  'metrics',
  'profiles',
  'connections',
  'time',
  'note',
  'sources',
] as const;
export type VariableSubject = (typeof VARIABLE_SUBJECTS)[number];

/** A dashboard variable whose values the back end lists; of `sources`, Grafana does. */
export interface VariableQuery extends DataQuery {
  what?: VariableSubject;
  /** Where the features, values or metrics are; of `connections` the one that comes first. */
  current?: Selection;
  /** Of `values`: the label, column or field; model versions and other segments are values of one. */
  field?: string;
  /** Of `field`: what it is for. */
  role?: FieldRole;
  /** Of `sources`: which store they speak to. */
  store?: StoreConnectionSettings['type'];
  /** Of `time`: where a dashboard is delivered, which leaves it for data that have nothing there. */
  opening?: OpeningTime;
}

/** The time range and the baseline with which a dashboard is delivered, as it writes them. */
export interface OpeningTime {
  from: string;
  to: string;
  baselineFrom: string;
  baselineTo: string;
}
