import type { Outcomes } from '../../outcomes/Outcomes';
import type { MetricRoles } from './MetricRoles';
import type { MetricValue } from './MetricValue';

export interface MetricInput {
  readonly outcomes: Outcomes;
  readonly roles: MetricRoles;
  /** The class that a metric of one class is about, instead of the positive one. */
  readonly ofClass?: string;
  /** Only `value` is wanted: costly intervals may be left out. */
  readonly pointOnly: boolean;
}

export type Metric = (input: MetricInput) => MetricValue;
