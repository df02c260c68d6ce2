import type { FieldKind } from '../Frame';
import type { DriftRow } from './DriftRow';
import { P_VALUE_MAPPINGS, SEVERITY_MAPPINGS, VERDICT_MAPPINGS } from './verdictMappings';

export type DriftColumnName = Exclude<keyof DriftRow, 'segment'>;

export interface DriftColumn {
  readonly name: DriftColumnName;
  readonly kind: FieldKind;
  /** Grafana shows it as a tooltip on the table's header. */
  readonly description: string;
  readonly config?: Readonly<Record<string, unknown>>;
  /** Only written when a row is asked for every test. */
  readonly detailOnly?: boolean;
  /** Only written where windows are held against past ones. */
  readonly overTimeOnly?: boolean;
}

/** Columns before the segments' own, in order. */
export const LEADING_COLUMNS: readonly DriftColumn[] = [
  { name: 'time', kind: 'time', description: 'Start of the current window' },
  { name: 'time_end', kind: 'time', description: 'End of the current window' },
  { name: 'feature', kind: 'string', description: 'Input column or prediction output' },
  { name: 'type', kind: 'string', description: 'numeric, categorical, boolean, or text; detected from the baseline' },
];

/** Columns after the segments' own, in order: what is said comes before the numbers that it rests on. */
export const TRAILING_COLUMNS: readonly DriftColumn[] = [
  {
    name: 'verdict',
    kind: 'string',
    description: 'Verdict',
    config: { mappings: VERDICT_MAPPINGS },
  },
  {
    name: 'severity',
    kind: 'number',
    description: '2 drift, 1 warning, 0 no drift, empty without a verdict',
    config: { decimals: 0, min: 0, max: 2, mappings: SEVERITY_MAPPINGS },
  },
  { name: 'reason', kind: 'string', description: 'Reason for the verdict' },
  { name: 'test', kind: 'string', description: 'The deciding test' },
  { name: 'statistic', kind: 'number', description: "The test's statistic", config: { decimals: 4 } },
  { name: 'statistic_low', kind: 'number', description: 'Lower bound of the statistic', config: { decimals: 4 } },
  { name: 'statistic_high', kind: 'number', description: 'Upper bound of the statistic', config: { decimals: 4 } },
  {
    name: 'p_value',
    kind: 'number',
    description: 'Probability of a statistic at least this large without drift',
    config: { mappings: P_VALUE_MAPPINGS },
  },
  {
    name: 'p_value_low',
    kind: 'number',
    description: 'p-value of the upper bound of the statistic',
    config: { mappings: P_VALUE_MAPPINGS },
  },
  {
    name: 'p_value_high',
    kind: 'number',
    description: 'p-value of the lower bound of the statistic',
    config: { mappings: P_VALUE_MAPPINGS },
  },
  {
    name: 'p_adjusted',
    kind: 'number',
    description: 'p-value after correction for all features and segments of the window',
    config: { mappings: P_VALUE_MAPPINGS },
  },
  { name: 'effect', kind: 'string', description: 'Effect size measure' },
  { name: 'effect_size', kind: 'number', description: 'Effect size', config: { decimals: 3 } },
  {
    name: 'effect_expected',
    kind: 'number',
    description: 'Effect size expected by chance at these sample sizes',
    config: { decimals: 3 },
  },
  {
    name: 'threshold',
    kind: 'number',
    description: 'Minimum effect size above chance',
    config: { decimals: 3 },
  },
  { name: 'n_baseline', kind: 'number', description: 'Rows in the baseline', config: { unit: 'locale', decimals: 0 } },
  {
    name: 'n_current',
    kind: 'number',
    description: 'Rows in the current window',
    config: { unit: 'locale', decimals: 0 },
  },
  {
    name: 'smallest_detectable',
    kind: 'number',
    description: 'Smallest detectable effect at these sample sizes',
    config: { decimals: 3 },
  },
  {
    name: 'score',
    kind: 'number',
    description: 'How many times its natural variation the window differs',
    config: { decimals: 2 },
    overTimeOnly: true,
  },
  {
    name: 'score_limit',
    kind: 'number',
    description: 'A higher score is significant',
    config: { decimals: 2 },
    overTimeOnly: true,
  },
  {
    name: 'score_usual_low',
    kind: 'number',
    description: 'Of the replayed past windows, 5% have a lower score',
    config: { decimals: 2 },
    overTimeOnly: true,
  },
  {
    name: 'score_usual_high',
    kind: 'number',
    description: 'Of the replayed past windows, 5% have a higher score',
    config: { decimals: 2 },
    overTimeOnly: true,
  },
  { name: 'deciding', kind: 'boolean', description: 'Whether this is the deciding test', detailOnly: true },
  { name: 'method', kind: 'string', description: 'How the p-value was computed', detailOnly: true },
];
