import { binaryScores, type BinaryScores } from '../../../outcomes/binaryScores';
import type { Metric, MetricInput } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';
import type { MetricValue } from '../MetricValue';

/** Scores of the class that a metric is about, with the class's name. */
export interface ClassScores extends BinaryScores {
  readonly name: string;
}

/** The scores of the class that is asked about, or why there are none. */
export function scoresOf({ outcomes, roles, ofClass }: MetricInput): ClassScores | string {
  const name = ofClass ?? roles.positive;
  if (name === undefined) {
    return 'no class is named as positive: set "positive"';
  }
  const ofPositive = name === roles.positive ? roles.score : undefined;
  const column = roles.classScores?.get(name) ?? ofPositive;
  if (column === undefined) {
    return `there is no column with the score of ${name}`;
  }
  const table = outcomes.scores?.get(column);
  if (outcomes.labelled === 0 || table === undefined) {
    return outcomes.labelled === 0 ? 'no row has a label' : `no row has both a label and a score in "${column}"`;
  }
  const scores = { ...binaryScores(table, name), name };
  return scores.positive.rows + scores.negative.rows > 0
    ? scores
    : `no row has both a label and a score in "${column}"`;
}

/**
 * A metric of one class's scores, and of several classes the mean of each against all others: undefined if one is, and
 * without an interval, since the classes share their rows.
 */
export function oneAgainstRest(ofScores: (scores: ClassScores, pointOnly: boolean) => MetricValue): Metric {
  const ofOne: Metric = (input) => {
    const scores = scoresOf(input);
    return typeof scores === 'string' ? undefinedMetric(scores) : ofScores(scores, input.pointOnly);
  };
  return (input) => {
    const { classScores, positive } = input.roles;
    if (input.ofClass !== undefined || positive !== undefined || classScores === undefined) {
      return ofOne(input);
    }
    const each = [...classScores.keys()].map((ofClass) => ofOne({ ...input, ofClass, pointOnly: true }));
    const missing = each.find(({ value }) => value === null);
    if (missing || each.length === 0) {
      return undefinedMetric(missing?.undefined ?? 'there are no scores');
    }
    const mean = (of: (metric: MetricValue) => number | null) =>
      each.reduce((sum, metric) => sum + (of(metric) ?? 0) / each.length, 0);
    const rows = Math.min(...each.map((metric) => metric.rows));
    const [boundLow, boundHigh] = [mean((of) => of.boundLow), mean((of) => of.boundHigh)];
    return {
      ...exactMetric(
        mean((of) => of.value),
        rows,
        null
      ),
      boundLow,
      boundHigh,
    };
  };
}

/** Why a figure of both classes has none. */
export function missingClass({ positive, negative, name }: ClassScores): string | null {
  if (positive.rows === 0) {
    return `no row is positive (${name})`;
  }
  return negative.rows === 0 ? `every row is positive (${name})` : null;
}
