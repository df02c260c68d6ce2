import type { TimeRange } from '../../query/time';
import type { Selection } from '../../query/selection';
import type { Resources } from '../resources';
import { type Candidates, candidatesFor, type FieldRole } from './fieldRoles';
import { dataTimes } from './dataTimes';
import { fieldsOfMetrics } from './fieldsOfMetrics';
import { listPlaces } from './listPlaces';
import { listSources } from './listSources';
import { noteOnTime } from './noteOnTime';
import { prometheusOf } from './prometheusOf';
import { timeWithData } from './timeWithData';
import type { VariableQuery } from './VariableQuery';

/** A choice for what the data may lack: a variable that has it has no value, and what names it is left out. */
const NONE = { text: 'none', value: '' };

export interface VariableValue {
  readonly text: string;
  readonly value: string;
}

/** The values of a variable; none as long as its query doesn't say of what. */
export async function listVariableValues(
  { what = 'features', current, field, role, store }: VariableQuery,
  resources: Resources,
  range: TimeRange | null
): Promise<VariableValue[]> {
  switch (what) {
    case 'profiles':
      return plain(await resources.profiles());
    case 'connections':
      return plain(await connectionsFrom(current?.connection, resources));
    case 'places':
      return listPlaces(current?.connection, resources);
    case 'metrics':
      return plain(await metricsOf(current, resources));
    case 'values':
      return plain(await valuesOf({ current, field }, resources, range));
    case 'field':
      return fieldsFor(role, current, resources);
    case 'time':
      return timesOf(current, resources);
    case 'note':
      return noteOnTime(current, range, resources);
    case 'sources':
      return listSources(store, resources.uid);
    case 'features':
      return plain(await featuresOf(current, resources));
  }
}

function plain(values: readonly string[]): VariableValue[] {
  return values.map((value) => ({ text: value, value }));
}

/** The named one first: it is what a variable takes whose value there is not. */
async function connectionsFrom(first: string | undefined, resources: Resources): Promise<string[]> {
  const { connections, defaultConnection } = await resources.connections();
  const names = connections.map(({ name }) => name);
  const chosen = [first, defaultConnection].find((name) => name && names.includes(name));
  return chosen ? [chosen, ...names.filter((name) => name !== chosen)] : names;
}

async function metricsOf({ connection, matchers }: Selection = {}, resources: Resources): Promise<string[]> {
  const found = await resources.complete({ connection, what: 'metric', text: '', matchers });
  return found.map(({ value }) => value);
}

/** What isn't watched by itself: other queries ask which version is active, and which labels came. */
const NO_FEATURES = ['version', 'label', 'arrival'] as const;

/** What a model takes and gives: neither times nor keys, nor the fields of a role that is none of a feature. */
async function featuresOf(selection: Selection | undefined, resources: Resources): Promise<string[]> {
  if (selection === undefined) {
    return [];
  }
  const description = await resources.describe(selection);
  const others = new Set(NO_FEATURES.map((role) => candidatesFor(role, description).likeliest));
  return description.fields
    .filter(({ name, type, identifier }) => type !== 'time' && !identifier && !others.has(name))
    .map(({ name }) => name);
}

/** The likeliest first, and nothing at all before what could only be guessed. */
async function fieldsFor(
  role: FieldRole | undefined,
  selection: Selection | undefined,
  resources: Resources
): Promise<VariableValue[]> {
  if (role === undefined || selection === undefined) {
    return [];
  }
  const prometheus = await prometheusOf(selection, resources);
  const { likeliest, others } =
    prometheus === null
      ? await fieldsOfRows(role, selection, resources)
      : await fieldsOfMetrics(role, prometheus, selection, resources);
  return [...plain(likeliest === null ? [] : [likeliest]), NONE, ...plain(others)];
}

/** Rows are counted themselves, and their place may not be named yet: then nothing is asked. */
async function fieldsOfRows(role: FieldRole, selection: Selection, resources: Resources): Promise<Candidates> {
  return role === 'calls'
    ? { likeliest: null, others: [] }
    : candidatesFor(role, await resources.describe({ ...selection, features: undefined }));
}

/** Nothing where rows have no time, or there are none. */
async function timesOf(selection: Selection = {}, resources: Resources): Promise<VariableValue[]> {
  const times = await dataTimes(selection, resources);
  return times === null ? [NONE] : [timeWithData(times.bounds)];
}

/** Of the dashboard's time; of all times where that has none: an empty list could not be told from a wrong field. */
async function valuesOf({ current, field }: Partial<VariableQuery>, resources: Resources, range: TimeRange | null) {
  if (current === undefined || !field) {
    return [];
  }
  const values = await resources.values(current, field, range);
  return values.length > 0 || range === null ? values : resources.values(current, field, null);
}
