import type { DataQuery } from '@grafana/schema';
import type { z } from 'zod';
import type { AlertValue } from '../query/alertValue';
import type { baselineSchema } from '../query/baseline';
import type { decisionSchema } from '../query/decision';
import type { DriftQuery } from '../query/driftQuery';
import type { measureSchema } from '../query/measure';
import type { FeatureSpec, Selection } from '../query/selection';
import type { TestName } from '../query/testNames';

/** A query while it is edited: anything may still be missing, and the schema in src/query says what is wrong with it. */
export interface QueryDraft {
  version?: 1;
  kind?: 'drift' | 'distribution' | 'versions';
  format?: DriftQuery['format'];
  alertValue?: AlertValue;
  detail?: boolean;
  bins?: number;
  current?: Selection;
  baseline?: BaselineDraft;
  /** Of the kind `volume`. */
  measures?: MeasureDraft[];
  /** Of the kind `versions`. */
  feature?: FeatureSpec;
  segmentBy?: string[];
  window?: string;
  tests?: 'auto' | TestName[];
  decision?: DecisionDraft;
  timezone?: string;
  delay?: string;
  minimumCount?: number;
}

export type MeasureDraft = z.input<typeof measureSchema>;
export type BaselineDraft = z.input<typeof baselineSchema>;
export type DecisionDraft = z.input<typeof decisionSchema>;

/** As Grafana stores and sends it. */
export interface ModelwatchQuery extends DataQuery, QueryDraft {}
