import { BadQuery } from '../../query/BadQuery';
import type { PerformanceQuery } from '../../query/performanceQuery';
import type { Selection } from '../../query/selection';
import type { OutcomeRoles } from '../../sources/OutcomesRequest';
import type { FieldDescription, RequestOptions, Source } from '../../sources/Source';
import { forecastRoles, listRoles } from './forecastRoles';

export interface SettledRoles {
  readonly roles: OutcomeRoles;
  readonly notices: readonly string[];
}

/**
 * Which columns are read, and whether labels are classes or numbers: as the query says; else classes where it names a score
 * or a positive class, or where the labels are no plain numbers. Throws a BadQuery where columns can't play their roles.
 */
export async function settleRoles(
  query: PerformanceQuery,
  source: Source,
  options: RequestOptions
): Promise<SettledRoles> {
  const { prediction, label, threshold } = query;
  const scores = scoreColumns(query);
  requireDifferent(query, scores);
  const found = await taskOf(query, source, options);
  if (found.task === 'regression' && prediction === undefined && query.outcomeMetrics === undefined) {
    throw new BadQuery('"prediction" is missing: numbers are compared with the numbers that were predicted.');
  }
  const { task, notices } = found;
  const { field, timeField, path, index, key } = label;
  const series = query.outcomeMetrics;
  const forecast = forecastRoles(query, task);
  const lists = listRoles(query, task);
  return {
    notices,
    roles: {
      task,
      prediction,
      scores: task === 'regression' ? [] : scores,
      ...(series !== undefined && { series }),
      ...(forecast !== undefined && { forecast }),
      ...(lists !== undefined && { lists }),
      label: { field, timeField, path, index, key },
      cuts: prediction === undefined && scores.length > 0 ? [threshold] : [],
    },
  };
}

/** The column of scores that Prometheus counts in a histogram. */
export const METRIC_SCORE = 'score';

/** The columns that hold probabilities, each once. */
export function scoreColumns({ score, outcomeMetrics }: Pick<PerformanceQuery, 'score' | 'outcomeMetrics'>): string[] {
  if (outcomeMetrics !== undefined) {
    return outcomeMetrics.scores === undefined ? [] : [METRIC_SCORE];
  }
  return score === undefined ? [] : typeof score === 'string' ? [score] : [...new Set(Object.values(score))];
}

/** A column that is its own truth is always right. */
function requireDifferent({ prediction, label }: PerformanceQuery, scores: readonly string[]): void {
  const isElsewhere = label.path !== undefined || label.index !== undefined;
  if (!isElsewhere && (prediction === label.field || scores.includes(label.field))) {
    const role = prediction === label.field ? 'prediction' : 'score';
    throw new BadQuery(`"label.field": "${label.field}" is the ${role} as well. Name the column that holds the truth.`);
  }
  if (label.timeField === label.field) {
    throw new BadQuery(
      '"label.timeField" is the column of the label itself. Name the column that says when it was known.'
    );
  }
}

async function taskOf(
  query: PerformanceQuery,
  source: Source,
  options: RequestOptions
): Promise<{ readonly task: 'classification' | 'regression'; readonly notices: readonly string[] }> {
  const { task, score, positive, label, prediction, outcomeMetrics } = query;
  if (task !== undefined) {
    return { task, notices: [] };
  }
  if (outcomeMetrics !== undefined) {
    return { task: countsClasses(outcomeMetrics) ? 'classification' : 'regression', notices: [] };
  }
  if (score !== undefined || positive !== undefined || label.implied !== undefined) {
    return { task: 'classification', notices: [] };
  }
  const field = await describeLabel(query, source, options);
  if (field.type === 'time') {
    throw new BadQuery(`"label.field": "${label.field}" holds times. Name the column with the actual class or value.`);
  }
  if (field.identifier) {
    throw new BadQuery(
      `"label.field": "${label.field}" holds identifiers (${field.evidence}). Name the column with the actual class or value, or set "task".`
    );
  }
  if (field.type !== 'numeric') {
    return { task: 'classification', notices: [] };
  }
  const said = `Labels are numbers (${field.evidence}): errors of "${prediction}" are measured. If they are classes, set "task" to "classification".`;
  return { task: 'regression', notices: [said] };
}

function countsClasses({ outcomes, scores }: NonNullable<PerformanceQuery['outcomeMetrics']>): boolean {
  return outcomes !== undefined || scores !== undefined;
}

async function describeLabel(
  { current, label }: PerformanceQuery,
  source: Source,
  options: RequestOptions
): Promise<FieldDescription> {
  const { path = current.path, index = current.index } = label;
  const isElsewhere = label.path !== undefined || label.index !== undefined;
  const selection: Selection = {
    ...(isElsewhere ? { connection: current.connection, path, index } : current),
    features: [{ name: label.field }],
  };
  const [field] = await source.describe(selection, { ...options, range: null });
  return field;
}
