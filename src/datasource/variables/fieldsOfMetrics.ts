import type { Selection } from '../../query/selection';
import { callCounters } from '../editor/measures/callCounters';
import { firstVersion } from '../editor/versions/firstVersion';
import type { Resources } from '../resources';
import { candidateLabels, type Candidates, candidatesFor, type FieldRole, isLabelRole } from './fieldRoles';

/**
 * Candidates of a connection to Prometheus: counters for the calls; labels for what tells calls apart, those of the first
 * feature's metric, or of the likeliest counter where none is named; metrics for the rest.
 */
export async function fieldsOfMetrics(
  role: FieldRole,
  connection: string,
  selection: Selection,
  resources: Resources
): Promise<Candidates> {
  if (role === 'calls') {
    return countersOf(connection, selection, resources);
  }
  if (!isLabelRole(role)) {
    return candidatesFor(role, await resources.describe({ ...selection, features: undefined }));
  }
  const metric = selection.features?.at(0)?.metric ?? (await countersOf(connection, selection, resources)).likeliest;
  if (metric === null) {
    return { likeliest: null, others: [] };
  }
  const { matchers } = selection;
  const found = await resources.complete({ connection, what: 'label', text: '', metric, matchers });
  return candidateLabels(
    role,
    found.map(({ value }) => value)
  );
}

/** First the one that tells versions apart. */
async function countersOf(connection: string, { matchers }: Selection, resources: Resources): Promise<Candidates> {
  const current = { matchers };
  const [counters, version] = await Promise.all([
    callCounters(resources, connection, current),
    firstVersion(resources, { type: 'prometheus', resolved: connection }, { current }, []),
  ]);
  const likeliest = version?.metric ?? counters.at(0) ?? null;
  return { likeliest, others: counters.filter((name) => name !== likeliest) };
}
