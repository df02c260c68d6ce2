import type { TimeRange } from '../../query/time';
import type { Selection } from '../../query/selection';
import type { Resources } from '../resources';
import type { VariableQuery } from './VariableQuery';

/** The values of a variable; none as long as its query doesn't say of what. */
export async function listVariableValues(
  { what = 'features', current, field }: VariableQuery,
  resources: Resources,
  range: TimeRange | null
): Promise<string[]> {
  switch (what) {
    case 'profiles':
      return resources.profiles();
    case 'connections':
      return (await resources.connections()).connections.map(({ name }) => name);
    case 'metrics': {
      const { connection, matchers } = current ?? {};
      const found = await resources.complete({ connection, what: 'metric', text: '', matchers });
      return found.map(({ value }) => value);
    }
    case 'values':
      return current === undefined || field === undefined || field === ''
        ? []
        : valuesOf(resources, current, field, range);
    case 'features': {
      const { fields } = current === undefined ? { fields: [] } : await resources.describe(current);
      return fields.filter(({ type }) => type !== 'time').map(({ name }) => name);
    }
  }
}

/** Of the dashboard's time; of all times where that has none: an empty list could not be told from a wrong field. */
async function valuesOf(resources: Resources, selection: Selection, field: string, range: TimeRange | null) {
  const values = await resources.values(selection, field, range);
  return values.length > 0 || range === null ? values : resources.values(selection, field, null);
}
