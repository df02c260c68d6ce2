import type { FeatureSpec } from '../../../query/selection';
import type { QueryDraft } from '../../ModelwatchQuery';
import type { FieldDescription, Resources } from '../../resources';
import { callCounters } from '../measures/callCounters';
import type { ChosenConnection } from '../selection/useConnection';

/** What a label or column of versions is usually called. */
export const VERSION_NAME = /version|release|revision/i;

/** Where the versions most likely are; null where nothing looks like it. */
export async function firstVersion(
  resources: Resources,
  { type, resolved }: Pick<ChosenConnection, 'type' | 'resolved'>,
  { current = {}, segmentBy = [] }: QueryDraft,
  fields: readonly FieldDescription[]
): Promise<FeatureSpec | null> {
  if (type !== 'prometheus') {
    const names = fields.filter((field) => field.type !== 'time' && !field.identifier).map(({ name }) => name);
    const name = [...segmentBy, ...names].find((known) => VERSION_NAME.test(known));
    return name === undefined ? null : { name };
  }
  const { matchers } = current;
  for (const metric of await callCounters(resources, resolved, current)) {
    const labels = await resources.complete({ connection: resolved, what: 'label', text: '', metric, matchers });
    const label = labels.map(({ value }) => value).find((value) => VERSION_NAME.test(value));
    if (label !== undefined) {
      return { name: label, metric, label };
    }
  }
  return null;
}
