import { BadQuery } from '../../query/BadQuery';
import {
  CLASS_METRICS,
  ERROR_METRICS,
  LIST_METRICS,
  MULTICLASS_METRICS,
  type PerformanceMetric,
  SCORE_METRICS,
} from '../../query/performanceMetric';
import { intervalColumns, quantileColumns } from '../../query/forecastSpec';
import type { PerformanceQuery } from '../../query/performanceQuery';

/** A metric that is measured, and whether it may decide. */
export interface AskedMetric {
  readonly metric: PerformanceMetric;
  /** Of several classes, the one that it is about. */
  readonly ofClass?: string;
  readonly gates: boolean;
}

/** What the predictions are, once their rows are known. */
export interface ClassesOf {
  readonly task: 'classification' | 'regression';
  /** In ascending order; empty for numbers. */
  readonly classes: readonly string[];
  readonly positive: string | undefined;
  readonly hasScore: boolean;
  readonly hasPrediction: boolean;
  /** Whether each of several classes has a score of its own. */
  readonly hasClassScores?: boolean;
  /** Only sums of absolute and squared errors are known, as far as they are named. */
  readonly sums?: Readonly<Record<'absolute' | 'squared' | 'pinball' | 'inside', boolean>>;
}

/** Of several classes that each have a score: means over each class against all others. */
const CLASS_SCORE_METRICS: readonly PerformanceMetric[] = ['roc_auc', 'brier', 'log_loss'];
const PER_CLASS: readonly PerformanceMetric[] = ['precision', 'recall', 'f1', 'prediction_bias'];
const OF_POSITIVE: ReadonlySet<PerformanceMetric> = new Set([
  'precision',
  'recall',
  'specificity',
  'f1',
  'prediction_bias',
  'business_value',
  ...SCORE_METRICS,
]);

/** The metrics of a query: those that it lists, which all decide, or by `auto` all that the data allow. */
export function metricsOf(query: PerformanceQuery, data: ClassesOf): AskedMetric[] {
  const { metrics, value } = query;
  const isMany = isMulticlass(data);
  if (data.sums !== undefined) {
    return ofSums(metrics, data.sums);
  }
  if (metrics !== 'auto') {
    // A total grows with the rows of a window: it is shown, and held against an objective alone.
    return metrics.flatMap((metric) => spread(metric, metric !== 'business_value', data, isMany));
  }
  if (data.task === 'regression') {
    const errors = ERROR_METRICS.map((metric) => ({ metric, gates: metric === 'mae' || metric === 'bias' }));
    return [...errors, ...moreOf(query)];
  }
  if (isMany) {
    const gating: readonly PerformanceMetric[] = ['accuracy', 'macro_f1'];
    const all: readonly PerformanceMetric[] = ['accuracy', 'mcc', ...MULTICLASS_METRICS];
    const ofScores = data.hasClassScores === true ? CLASS_SCORE_METRICS : [];
    const overall = [...all, ...ofScores].map((metric) => ({ metric, gates: gating.includes(metric) }));
    return [...overall, ...moreOf(query), ...PER_CLASS.flatMap((metric) => spread(metric, false, data, true))];
  }
  return [
    ...binary(data, value !== undefined),
    ...(data.positive === undefined ? [] : ofLists(query)),
    ...moreOf(query),
  ];
}

/** What forecasts and a naive forecast allow beside. */
function moreOf({ forecast, compare }: PerformanceQuery): AskedMetric[] {
  const hasQuantiles = forecast !== undefined && quantileColumns(forecast).size > 0;
  const hasInterval = forecast !== undefined && intervalColumns(forecast) !== null;
  const shown: PerformanceMetric[] = [
    ...(forecast?.season === undefined ? [] : ['mase' as const]),
    ...(compare !== undefined && 'naive' in compare ? ['skill' as const] : []),
    ...(hasQuantiles ? ['pinball_loss' as const] : []),
    ...(hasInterval ? (['coverage', 'interval_width'] as const) : []),
  ];
  return shown.map((metric) => ({ metric, gates: false }));
}

function ofLists({ list }: PerformanceQuery): AskedMetric[] {
  return list === undefined ? [] : LIST_METRICS.map((metric) => ({ metric, gates: metric === 'click_rate' }));
}

const OF_SQUARES: readonly PerformanceMetric[] = ['mse', 'rmse'];

function ofSums(
  metrics: PerformanceQuery['metrics'],
  { absolute, squared, pinball, inside }: NonNullable<ClassesOf['sums']>
): AskedMetric[] {
  const known: readonly PerformanceMetric[] = [
    ...(absolute ? ['mae' as const] : []),
    ...(squared ? OF_SQUARES : []),
    ...(pinball ? ['pinball_loss' as const] : []),
    ...(inside ? ['coverage' as const] : []),
  ];
  const unknown = metrics === 'auto' ? undefined : metrics.find((metric) => !known.includes(metric));
  if (unknown !== undefined) {
    throw new BadQuery(`"metrics": ${unknown} can't be told from sums of errors. Use ${known.join(', ')}.`);
  }
  return known
    .map((metric) => ({ metric, gates: metrics === 'auto' ? metric === known[0] : metrics.includes(metric) }))
    .filter(({ metric }) => metrics === 'auto' || metrics.includes(metric));
}

function binary(data: ClassesOf, hasValue: boolean): AskedMetric[] {
  const isKnown = data.positive !== undefined;
  const ofClasses = CLASS_METRICS.filter((metric) =>
    metric === 'business_value' ? hasValue : isKnown || !OF_POSITIVE.has(metric)
  );
  const ofScores = data.hasScore && isKnown ? SCORE_METRICS : [];
  // Without a positive class accuracy is all that can decide.
  const gating: readonly PerformanceMetric[] = isKnown ? ['roc_auc', 'f1', 'brier'] : ['accuracy'];
  return [...ofClasses, ...ofScores].map((metric) => ({ metric, gates: gating.includes(metric) }));
}

export function isMulticlass({ task, classes }: Pick<ClassesOf, 'task' | 'classes'>): boolean {
  return task === 'classification' && classes.length > 2;
}

/** A metric of one class is measured for each of several. */
function spread(
  metric: PerformanceMetric,
  gates: boolean,
  { classes, positive }: ClassesOf,
  isMany: boolean
): AskedMetric[] {
  return isMany && positive === undefined && OF_POSITIVE.has(metric)
    ? classes.map((ofClass) => ({ metric, ofClass, gates }))
    : [{ metric, gates }];
}
