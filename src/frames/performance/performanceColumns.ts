import type { FieldKind } from '../Frame';
import { PERFORMANCE_MAPPINGS, PERFORMANCE_SEVERITIES } from './performanceMappings';
import type { PerformanceRow } from './PerformanceRow';

export interface PerformanceColumn {
  readonly name: Exclude<keyof PerformanceRow, 'segment'>;
  readonly kind: FieldKind;
  /** Grafana shows it as a tooltip on the table's header. */
  readonly description: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

const DECIMALS = { decimals: 3 };

/** Columns before the segments' own, in order. */
export const LEADING_COLUMNS: readonly PerformanceColumn[] = [
  { name: 'time', kind: 'time', description: 'Start of the window, by prediction time' },
  { name: 'time_end', kind: 'time', description: 'End of the window' },
  { name: 'metric', kind: 'string', description: 'The metric' },
  { name: 'of_class', kind: 'string', description: 'The class that the metric is about, of several classes' },
];

/** Columns after the segments' own, in order. */
export const TRAILING_COLUMNS: readonly PerformanceColumn[] = [
  { name: 'value', kind: 'number', description: 'Value over labelled rows; empty where undefined', config: DECIMALS },
  { name: 'low', kind: 'number', description: 'Lower end of the 95% confidence interval', config: DECIMALS },
  { name: 'high', kind: 'number', description: 'Upper end of the 95% confidence interval', config: DECIMALS },
  {
    name: 'bound_low',
    kind: 'number',
    description: 'Lower bound where only buckets are known; equal to the value where it is exact',
    config: DECIMALS,
  },
  { name: 'bound_high', kind: 'number', description: 'Upper bound where only buckets are known', config: DECIMALS },
  { name: 'baseline', kind: 'number', description: 'Value of the baseline', config: DECIMALS },
  { name: 'baseline_low', kind: 'number', description: 'Lower end of its 95% confidence interval', config: DECIMALS },
  { name: 'baseline_high', kind: 'number', description: 'Upper end of its 95% confidence interval', config: DECIMALS },
  {
    name: 'drop',
    kind: 'number',
    description: 'How much worse than the baseline; of losses as a share of the baseline. Negative is better',
    config: DECIMALS,
  },
  { name: 'drop_low', kind: 'number', description: 'Lower end of its 95% confidence interval', config: DECIMALS },
  { name: 'drop_high', kind: 'number', description: 'Upper end of its 95% confidence interval', config: DECIMALS },
  { name: 'threshold', kind: 'number', description: 'A drop from here on matters', config: DECIMALS },
  { name: 'objective', kind: 'number', description: 'The worst value that is accepted', config: DECIMALS },
  {
    name: 'estimated',
    kind: 'number',
    description: 'Expected value for all rows, estimated from scores before labels come',
    config: DECIMALS,
  },
  { name: 'estimated_low', kind: 'number', description: 'Lower end of its 95% interval', config: DECIMALS },
  { name: 'estimated_high', kind: 'number', description: 'Upper end of its 95% interval', config: DECIMALS },
  { name: 'rows', kind: 'number', description: 'Predictions in the window', config: { decimals: 0 } },
  { name: 'labelled', kind: 'number', description: 'Predictions with a label', config: { decimals: 0 } },
  {
    name: 'share_labelled',
    kind: 'number',
    description: 'Share of the predictions that have a label',
    config: { unit: 'percentunit' },
  },
  { name: 'mature_at', kind: 'time', description: 'When its labels are complete; empty where they are' },
  { name: 'test', kind: 'string', description: 'How the drop was tested' },
  { name: 'p_value', kind: 'number', description: 'P-value of the drop', config: { decimals: 4 } },
  {
    name: 'p_adjusted',
    kind: 'number',
    description: 'P-value after the correction over metrics and segments',
    config: { decimals: 4 },
  },
  { name: 'gates', kind: 'boolean', description: 'Whether the metric may raise an alarm' },
  { name: 'verdict', kind: 'string', description: 'Verdict', config: { mappings: PERFORMANCE_MAPPINGS } },
  {
    name: 'severity',
    kind: 'number',
    description: '2 worse, 1 warning, 0 not worse, empty without a verdict',
    config: { decimals: 0, min: 0, max: 2, mappings: PERFORMANCE_SEVERITIES },
  },
  { name: 'reason', kind: 'string', description: 'Reason for the verdict' },
  { name: 'next_step', kind: 'string', description: 'What to do' },
];
