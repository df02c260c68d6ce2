import { defaultTimeField } from '../editor/selection/defaultTimeField';
import { VERSION_NAME } from '../editor/versions/firstVersion';
import type { SelectionDescription } from '../resources';

/** What one field of a log of predictions is for. */
export const FIELD_ROLES = [
  'time',
  'version',
  'prediction',
  'label',
  'score',
  'confidence',
  'arrival',
  'label_time',
  'key',
  'calls',
] as const;
export type FieldRole = (typeof FIELD_ROLES)[number];

/** What such a field is usually called. Rows are calls themselves: no field of theirs counts them. */
const USUAL: Readonly<Record<Exclude<FieldRole, 'time' | 'calls'>, RegExp>> = {
  version: VERSION_NAME,
  prediction: /^(model_)?(predictions?|predicted(_?(class|label|value))?|y_?pred|y_?hat|forecast)$/i,
  label: /^(actual|true|ground)?_?(labels?|truth|actual|target|y_?true)$|^actual_(class|value)$/i,
  score: /^(prob|score|likelihood)|_(prob|proba|probability|score)$/i,
  confidence: /confidence|certainty/i,
  arrival: /(^|[._])(ingest|arriv|receiv|stor|index)(al|e?d)?(_?(at|on|time|timestamp))?$/i,
  label_time:
    /^(labels?|actual|(ground_?)?truth|target|feedback)[._]?(at|on|time|timestamp|ts|date)$|^labell?ed[._]?(at|on|time)$/i,
  key: /(^|[._])(id|uuid|key)$/i,
};

/** Whose fields hold times; of `key`, values that all differ. */
const TIMES: ReadonlySet<FieldRole> = new Set(['time', 'arrival', 'label_time']);
const MAY_DIFFER: ReadonlySet<FieldRole> = new Set(['score', 'key']);

/** Names of the fields that could have a role: the likeliest, which is null where nothing looks like it, and the others. */
export interface Candidates {
  readonly likeliest: string | null;
  readonly others: readonly string[];
}

export function candidatesFor(role: Exclude<FieldRole, 'calls'>, description: SelectionDescription): Candidates {
  const names = description.fields
    .filter(({ type, identifier }) => (type === 'time') === TIMES.has(role) && (!identifier || MAY_DIFFER.has(role)))
    .map(({ name }) => name);
  const likeliest = role === 'time' ? defaultTimeField(description) : names.find((name) => looksLike(role, name));
  return { likeliest: likeliest ?? null, others: names.filter((name) => name !== likeliest) };
}

/** Whether a field is called as such fields usually are. */
export function looksLike(role: Exclude<FieldRole, 'time' | 'calls'>, name: string): boolean {
  return USUAL[role].test(name);
}

/** What a label of a model's metrics is usually called; of other roles no label tells. */
const USUAL_LABEL = {
  version: VERSION_NAME,
  prediction: /^(predictions?|predicted|pred)(_?(class|label|value))?$|^(class|outcome|category)$/i,
} as const;
export type LabelRole = keyof typeof USUAL_LABEL;

export function isLabelRole(role: FieldRole): role is LabelRole {
  return Object.hasOwn(USUAL_LABEL, role);
}

/** The same of the labels of a metric. */
export function candidateLabels(role: LabelRole, labels: readonly string[]): Candidates {
  const likeliest = labels.find((name) => USUAL_LABEL[role].test(name)) ?? null;
  return { likeliest, others: labels.filter((name) => name !== likeliest) };
}
