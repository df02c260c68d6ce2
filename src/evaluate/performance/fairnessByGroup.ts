import { plainText } from '../../distribution/cell/plainText';
import { BadQuery } from '../../query/BadQuery';
import type { FairnessSpec } from '../../query/fairness';
import type { PerformanceQuery } from '../../query/performanceQuery';
import { type Notice, warning } from '../../sources/Notice';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import { type Group, measureFairness } from '../../verdict/performance/fairness/measureFairness';
import type { GroupDay } from '../../verdict/performance/fairness/ratesOf';
import { type Segment, segmentKey } from '../cells';
import type { EvaluateContext } from '../EvaluateContext';
import type { FairnessCompared } from '../Result';
import type { ClassesOf } from './metricsOf';
import { OutcomeWindows } from './OutcomeWindows';
import { predictedClasses } from './predictedClasses';
import { type CurrentOutcomes, matureDays } from './versionsSideBySide';

interface FairnessFound {
  readonly compared: readonly FairnessCompared[];
  readonly notices: readonly Notice[];
}

const NOTHING: FairnessFound = { compared: [], notices: [] };

/** Rows of one segment by the values of the field. */
interface Groups {
  readonly segment: Segment;
  /** By what the store writes for the group, as plain text. */
  readonly days: Map<string, GroupDay[]>;
  readonly rows: Map<string, number>;
}

/**
 * Groups of people side by side in each segment, over the days of all windows whose labels are complete. Throws a BadQuery
 * where the query names a class or a group that doesn't occur.
 */
export async function fairnessByGroup(
  found: CurrentOutcomes,
  roles: MetricRoles,
  data: ClassesOf,
  { signal }: Pick<EvaluateContext, 'signal'>
): Promise<FairnessFound> {
  const { query, plans } = found.settled;
  const { fairness, decision, minimumCount } = query;
  if (fairness === undefined) {
    return NOTHING;
  }
  const favorable = requireFavorable(fairness, roles, data);
  const set = plans.fairness === null ? found.current : new OutcomeWindows(await plans.fairness.execute({ signal }));
  const { segments, reason } = groupsOf(set, found, fairness, roles);
  if (reason !== undefined) {
    return { compared: [], notices: [warning(`Fairness can't be measured: ${reason}.`)] };
  }
  const reference = fairness.reference === undefined ? undefined : plainText(fairness.reference);
  requireReference(fairness, segments);
  const named = segments.map((one) => ({ ...one, groups: namedGroups(one, minimumCount) }));
  const comparisons = named.reduce((sum, { groups }) => sum + Math.max(0, groups.length - 1), 0);
  const compared = named.flatMap(({ segment, groups }) =>
    measureFairness(groups, {
      ...{ favorable, reference, limits: fairness.limits, alpha: decision.alpha },
      ...{ minimumSample: decision.minimumSample, byDays: decision.significance === 'blocks' },
      comparisons,
    }).map((finding): FairnessCompared => ({ segment, field: fairness.field, ...finding }))
  );
  return { compared, notices: noticesOf(query, named, compared.length > 0) };
}

function groupsOf(set: OutcomeWindows, found: CurrentOutcomes, { field }: FairnessSpec, roles: MetricRoles) {
  const bySegment = new Map<string, Groups>();
  let reason: string | undefined;
  for (const { block, segment: own, outcomes } of matureDays(set, found)) {
    const { [field]: name = '', ...segment } = own;
    const key = segmentKey(segment);
    const groups = bySegment.get(key) ?? { segment, days: new Map(), rows: new Map() };
    bySegment.set(key, groups);
    const predicted = predictedClasses(outcomes, roles);
    if (typeof predicted === 'string') {
      reason = predicted;
      continue;
    }
    const group = plainText(name);
    groups.days.set(group, [...(groups.days.get(group) ?? []), { block, ...predicted }]);
    groups.rows.set(group, (groups.rows.get(group) ?? 0) + outcomes.rows);
  }
  const segments = [...bySegment].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, groups]) => groups);
  return { segments, reason };
}

const NO_GROUP: ReadonlySet<string> = new Set(['', '(missing)']);

/** Rows that name no group are none. */
function namedGroups({ days, rows }: Groups, minimumCount: number): Group[] {
  return [...days]
    .filter(([group]) => !NO_GROUP.has(group) && (rows.get(group) ?? 0) >= minimumCount)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, own]) => ({ group, days: own }));
}

function noticesOf(
  { fairness, outcomeMetrics }: PerformanceQuery,
  segments: ReadonlyArray<Groups & { readonly groups: readonly Group[] }>,
  isCompared: boolean
): Notice[] {
  const field = fairness?.field ?? '';
  const missing = segments.reduce(
    (sum, { rows }) => sum + [...NO_GROUP].reduce((own, name) => own + (rows.get(name) ?? 0), 0),
    0
  );
  const notices: Notice[] = [];
  if (missing > 0) {
    const rows = `${missing.toLocaleString('en-US')} ${missing === 1 ? 'row' : 'rows'}`;
    notices.push(warning(`"${field}" is missing in ${rows} with complete labels. Fairness leaves them out.`));
  }
  if (!isCompared) {
    const isAny = segments.some(({ groups }) => groups.length > 0);
    const why = isAny ? `there are no two groups of "${field}"` : 'no day has complete labels';
    notices.push(warning(`Fairness isn't measured: ${why} in the time range.`));
  } else if (outcomeMetrics !== undefined) {
    notices.push('Fairness covers predictions with a label only: Prometheus counts no others.');
  }
  return notices;
}

function requireFavorable({ favorable }: FairnessSpec, roles: MetricRoles, data: ClassesOf): string {
  if (data.task === 'regression') {
    throw new BadQuery('"fairness" compares predicted classes, and labels are numbers. Remove it, or set "task".');
  }
  const name = plainText(favorable);
  if (data.classes.length > 0 && !data.classes.includes(name)) {
    throw new BadQuery(
      `"fairness.favorable": class "${favorable}" occurs in no row. Classes: ${data.classes.slice(0, 20).join(', ')}.`
    );
  }
  if (!roles.predicts && name !== roles.positive && data.classes.length > 2) {
    throw new BadQuery(
      `"fairness.favorable": a score tells the positive class "${roles.positive ?? ''}" alone. Name that class, or set "prediction".`
    );
  }
  return name;
}

/** A mistyped group would otherwise never raise an alarm. */
function requireReference({ field, reference }: FairnessSpec, segments: readonly Groups[]): void {
  const names = [...new Set(segments.flatMap(({ days }) => [...days.keys()]))].sort();
  if (reference !== undefined && names.length > 0 && !names.includes(plainText(reference))) {
    throw new BadQuery(
      `"fairness.reference": no row with complete labels has "${reference}" in "${field}". Groups: ${names.slice(0, 20).join(', ')}.`
    );
  }
}
