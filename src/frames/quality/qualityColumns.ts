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
  { name: 'type', kind: 'string', description: 'numeric, categorical, boolean or text' },
];

const COUNT = { unit: 'locale', decimals: 0 };

/** Columns after the segments' own, in order. */
export const TRAILING_QUALITY: readonly QualityColumn[] = [
  { name: 'finding', kind: 'string', description: 'What is wrong, the worst of it' },
  { name: 'findings', kind: 'number', description: 'How many things are wrong', config: { decimals: 0 } },
  {
    name: 'found_since',
    kind: 'time',
    description: 'Start of the first of the windows in a row that have the finding',
  },
  {
    name: 'p_adjusted',
    kind: 'number',
    description: 'p after the correction for all checks of the window; empty where nothing is random about the finding',
  },
  { name: 'n_baseline', kind: 'number', description: 'Rows in the baseline', config: COUNT },
  { name: 'n_current', kind: 'number', description: 'Rows in the window', config: COUNT },
  {
    name: 'verdict',
    kind: 'string',
    description: 'What is said about the feature',
    config: { mappings: QUALITY_VERDICT_MAPPINGS },
  },
  {
    name: 'severity',
    kind: 'number',
    description: '2 failed, 1 warning, 0 passed, empty if no check could run',
    config: { decimals: 0, min: 0, max: 2, mappings: QUALITY_SEVERITY_MAPPINGS },
  },
  { name: 'reason', kind: 'string', description: 'What was found, with the numbers behind it' },
  { name: 'next_step', kind: 'string', description: 'What to look at, or to do' },
  { name: 'facts', kind: 'string', description: 'The numbers behind the finding, as JSON' },
];
