import type { StoreField } from '../../fields/StoreField';

/** The most rows that a store gives of an ES|QL query, unless it is set to fewer. */
export const MOST_ROWS = 10_000;

/** What is counted of predictions, and where their labels are. */
export interface LookupFields {
  /** Of predictions. */
  readonly key: StoreField;
  readonly prediction?: StoreField;
  readonly scores: ReadonlyArray<{ readonly column: string; readonly field: StoreField }>;
  readonly segments: readonly StoreField[];
  readonly time?: StoreField;
  /** Of labels. */
  readonly labelIndex: string;
  readonly labelKey: StoreField;
  readonly label: StoreField;
  readonly labelTime?: StoreField;
}

/** How many keys more than one of the documents have. */
export function repeatedKeysQuery(index: string, { key }: LookupFields): string {
  return [
    `FROM ${quoted(index)}`,
    `STATS mw_rows = COUNT(*) BY mw_key = ${named(key.counted)}`,
    'WHERE mw_rows > 1',
    'STATS mw_repeated = COUNT(*)',
  ].join(' | ');
}

/**
 * How many predictions there are of each prediction, label, score and segment; `mw_keys` tells whether one has several keys,
 * which find no label. Each column of the predictions gets a name of its own, as those of labels replace others of theirs.
 */
export function outcomesQuery(index: string, fields: LookupFields, asOf: number | null): string {
  const by = ['mw_label', ...ownColumns(fields).map(([name]) => name)];
  return [
    ...joined(index, fields, asOf),
    `STATS mw_rows = COUNT(*), mw_keys = MAX(MV_COUNT(${named(fields.labelKey.counted)})) BY ${by.join(', ')}`,
    `LIMIT ${MOST_ROWS}`,
  ].join(' | ');
}

/**
 * How old labels were, and unlabelled predictions are at `asOf`, in milliseconds: rounded up to an hour, from a week on to six
 * hours, and from thirty days on to a day.
 */
export function delaysQuery(index: string, fields: LookupFields, asOf: number): string {
  const [hour, day] = [3_600_000, 86_400_000];
  const by = [...ownColumns({ ...fields, scores: [] }).map(([name]) => name), 'mw_labelled', 'mw_early', 'mw_age'];
  const labelTime = named(fields.labelTime?.counted ?? '');
  return [
    ...joined(index, fields, asOf),
    'EVAL mw_labelled = mw_label IS NOT NULL',
    `EVAL mw_delay = CASE(mw_labelled, TO_LONG(${labelTime}), ${asOf}) - TO_LONG(mw_time)`,
    'EVAL mw_early = mw_labelled AND mw_delay < 0',
    `EVAL mw_step = CASE(mw_delay <= ${7 * day}, ${hour}, mw_delay <= ${30 * day}, ${6 * hour}, ${day})`,
    'EVAL mw_age = CASE(mw_delay <= 0, 0.0, CEIL(TO_DOUBLE(mw_delay) / mw_step) * mw_step)',
    `STATS mw_rows = COUNT(*) BY ${by.join(', ')}`,
    `LIMIT ${MOST_ROWS}`,
  ].join(' | ');
}

/** Names of the predictions' columns, with the fields. */
export function ownColumns({ prediction, scores, segments }: LookupFields): Array<readonly [string, StoreField]> {
  return [
    ...(prediction === undefined ? [] : [['mw_prediction', prediction] as const]),
    ...scores.map(({ field }, i) => [`mw_score_${i}`, field] as const),
    ...segments.map((field, i) => [`mw_segment_${i}`, field] as const),
  ];
}

/** Each prediction with its label, null where none is known. */
function joined(index: string, fields: LookupFields, asOf: number | null): string[] {
  const { key, time, labelIndex, labelKey, label, labelTime } = fields;
  const own = [
    ...ownColumns(fields),
    ['mw_key', key] as const,
    ...(time === undefined ? [] : [['mw_time', time] as const]),
  ];
  const isLate = labelTime === undefined || asOf === null ? null : `TO_LONG(${named(labelTime.counted)}) > ${asOf}`;
  return [
    `FROM ${quoted(index)}`,
    `EVAL ${own.map(([name, field]) => `${name} = ${named(field.counted)}`).join(', ')}`,
    `KEEP ${own.map(([name]) => name).join(', ')}`,
    `RENAME mw_key AS ${named(labelKey.counted)}`,
    `LOOKUP JOIN ${labelIndex} ON ${named(labelKey.counted)}`,
    isLate === null
      ? `EVAL mw_label = ${named(label.counted)}`
      : `EVAL mw_label = CASE(${isLate}, null, ${named(label.counted)})`,
  ];
}

function named(field: string): string {
  return `\`${field.replaceAll('`', '``')}\``;
}

function quoted(index: string): string {
  return `"${index.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
