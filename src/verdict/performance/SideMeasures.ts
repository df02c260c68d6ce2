import { leaveOneOut } from '../../outcomes/leaveOneOut';
import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { Outcomes } from '../../outcomes/Outcomes';
import type { PerformanceMetric } from '../../query/performanceMetric';
import { measurePerformance, metricPoint } from '../../statistics/performance/measurePerformance';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import { errorMoments } from '../../statistics/performance/errors/errorMoments';
import { calibrationByChance } from '../../statistics/performance/scores/calibrationByChance';
import { scoresOf } from '../../statistics/performance/scores/scoresOf';
import { coarseOutcomes } from './coarseOutcomes';
import type { PerformanceSide } from './PerformanceCase';

export interface Jackknife {
  readonly standardError: number;
  /** Days − 1. */
  readonly degrees: number;
}

/** One side of comparisons, whose parts are merged and left out in turn once for all its metrics. */
export class SideMeasures {
  /** Days that have labelled rows. */
  readonly days: number;
  private readonly blocks: readonly Outcomes[];
  private merged: Outcomes | undefined;
  private others: readonly Outcomes[] | undefined;
  private readonly values = new Map<string, MetricValue>();
  private readonly jackknives = new Map<string, Jackknife | null>();

  constructor(
    side: PerformanceSide,
    private readonly roles: MetricRoles
  ) {
    this.blocks = side.blocks.map(({ outcomes }) => outcomes);
    this.days = this.blocks.filter(({ labelled }) => labelled > 0).length;
  }

  get outcomes(): Outcomes {
    this.merged ??= mergeOutcomes(this.blocks);
    return this.merged;
  }

  value(metric: PerformanceMetric, ofClass?: string): MetricValue {
    const key = `${metric} ${ofClass ?? ''}`;
    const value = this.values.get(key) ?? measurePerformance(metric, this.outcomes, this.roles, ofClass);
    this.values.set(key, value);
    return value;
  }

  /** What is compared: the calibration error above what chance makes of it at its size, any other metric as it is. */
  comparable(metric: PerformanceMetric, ofClass?: string): MetricValue {
    const value = this.value(metric, ofClass);
    if (metric !== 'calibration_error') {
      return value;
    }
    const scores = scoresOf({ outcomes: this.outcomes, roles: this.roles, ofClass, pointOnly: true });
    const chance = typeof scores === 'string' ? null : calibrationByChance(scores);
    const less = (figure: number | null) => (figure === null ? null : figure - (chance?.expected ?? 0));
    return { ...value, value: less(value.value), boundLow: less(value.boundLow), boundHigh: less(value.boundHigh) };
  }

  /** Standard deviation of the errors p − y; null without any. */
  errorDeviation(): number | null {
    const moments = errorMoments({ outcomes: this.outcomes, roles: this.roles, pointOnly: true });
    return typeof moments === 'string'
      ? null
      : Math.sqrt(Math.max(0, moments.squares / moments.rows - moments.bias * moments.bias));
  }

  /**
   * The standard error of a metric with whole days as what varies: √((B − 1)/B · Σ(θ₋ᵢ − θ̄)²) of the metric without each of B
   * days (B. Efron and C. Stein 1981). Null where there are fewer than two, or where it is undefined without one of them.
   */
  jackknife(metric: PerformanceMetric, ofClass?: string): Jackknife | null {
    // Many windows are compared with one baseline.
    const key = `${metric} ${ofClass ?? ''}`;
    const known = this.jackknives.get(key);
    const found = known === undefined ? this.leaveOut(metric, ofClass) : known;
    this.jackknives.set(key, found);
    return found;
  }

  private leaveOut(metric: PerformanceMetric, ofClass?: string): Jackknife | null {
    if (this.days < 2) {
      return null;
    }
    const points = this.withoutEach().map((rest) => metricPoint(metric, rest, this.roles, ofClass));
    const known = points.filter((point) => point !== null);
    if (known.length < points.length) {
      return null;
    }
    const mean = known.reduce((sum, point) => sum + point, 0) / known.length;
    const squares = known.reduce((sum, point) => sum + (point - mean) ** 2, 0);
    const days = known.length;
    return { standardError: Math.sqrt(((days - 1) / days) * squares), degrees: days - 1 };
  }

  private withoutEach(): readonly Outcomes[] {
    this.others ??= [
      ...leaveOneOut(
        coarseOutcomes(
          this.blocks.filter(({ labelled }) => labelled > 0),
          this.roles.threshold
        )
      ),
    ];
    return this.others;
  }
}
