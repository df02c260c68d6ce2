import type { FieldKind } from '../Frame';
import { QUALITY_SEVERITY_MAPPINGS, QUALITY_VERDICT_MAPPINGS } from './qualityMappings';
import type { QualityRow } from './QualityRow';

export interface QualityColumn {
  readonly name: Exclude<keyof QualityRow, 'segment'>;
  readonly kind: FieldKind;
  /** Grafana shows it as a tooltip on the table's header. */
  readonly description: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Columns before the segments' own, in order. */
export const LEADING_QUALITY: readonly QualityColumn[] = [
  { name: 'time', kind: 'time', description: 'Start of the window' },
  { name: 'time_end', kind: 'time', description: 'End of the window' },
  { name: 'feature', kind: 'string', description: 'Input column or prediction output; (rows) for the rows as a whole' },
  { name: 'type', kind: 'string', description: 'numeric, categorical, boolean, or text' },
];

const COUNT = { unit: 'locale', decimals: 0 };

/** Columns after the segments' own, in order. */
export const TRAILING_QUALITY: readonly QualityColumn[] = [
  { name: 'finding', kind: 'string', description: 'The most severe issue' },
  { name: 'findings', kind: 'number', description: 'Number of issues', config: { decimals: 0 } },
  {
    name: 'found_since',
    kind: 'time',
    description: 'Start of the first window in the unbroken run with this issue',
  },
  {
    name: 'p_adjusted',
    kind: 'number',
    description: 'p-value after correction for all checks of the window; empty if the check has no p-value',
  },
  { name: 'n_baseline', kind: 'number', description: 'Rows in the baseline', config: COUNT },
  { name: 'n_current', kind: 'number', description: 'Rows in the window', config: COUNT },
  {
    name: 'verdict',
    kind: 'string',
    description: 'Verdict',
    config: { mappings: QUALITY_VERDICT_MAPPINGS },
  },
  {
    name: 'severity',
    kind: 'number',
    description: '2 failed, 1 warning, 0 passed, empty if no check could run',
    config: { decimals: 0, min: 0, max: 2, mappings: QUALITY_SEVERITY_MAPPINGS },
  },
  { name: 'reason', kind: 'string', description: 'The issue, with its figures' },
  { name: 'next_step', kind: 'string', description: 'Next step' },
  { name: 'facts', kind: 'string', description: 'Figures of the issue, as JSON' },
];
