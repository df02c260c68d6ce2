import type { FieldKind } from '../Frame';
import { CHANGE_MAPPINGS, SEVERITY_MAPPINGS } from './changeMappings';
import type { ChangeRow } from './ChangeRow';

export interface ChangeColumn {
  readonly name: Exclude<keyof ChangeRow, 'segment'>;
  readonly kind: FieldKind;
  /** Grafana shows it as a tooltip on the table's header. */
  readonly description: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Columns before the segments' own, in order. */
export const LEADING_COLUMNS: readonly ChangeColumn[] = [
  {
    name: 'time',
    kind: 'time',
    description: 'Start of the first window that differs; of the series where nothing changed',
  },
  { name: 'time_end', kind: 'time', description: 'When a gradual change reached its new level' },
  { name: 'earliest', kind: 'time', description: 'The change began no earlier (95% confidence)' },
  { name: 'latest', kind: 'time', description: 'The change began no later (95% confidence)' },
  { name: 'feature', kind: 'string', description: 'The measure or feature' },
  { name: 'figure', kind: 'string', description: 'What of a feature changed, such as its mean' },
];

/** Columns after the segments' own, in order. */
export const TRAILING_COLUMNS: readonly ChangeColumn[] = [
  { name: 'kind', kind: 'string', description: 'Kind of change', config: { mappings: CHANGE_MAPPINGS } },
  { name: 'detector', kind: 'string', description: 'Online detector of an alarm, for comparison' },
  { name: 'before', kind: 'number', description: 'Mean before the change, without the season' },
  { name: 'after', kind: 'number', description: 'Mean after the change, without the season' },
  {
    name: 'size',
    kind: 'number',
    description: 'Size of the change in standard deviations of the windows around their level',
    config: { decimals: 1 },
  },
  { name: 'p_value', kind: 'number', description: 'Probability that noise alone makes such a change in this series' },
  {
    name: 'width',
    kind: 'number',
    description: 'Duration of a gradual change; empty where it is too small to tell',
    config: { unit: 's' },
  },
  { name: 'period', kind: 'number', description: 'Period of a recurring pattern', config: { unit: 's' } },
  { name: 'n_windows', kind: 'number', description: 'Windows with a value', config: { decimals: 0 } },
  {
    name: 'severity',
    kind: 'number',
    description: '2 recent change, 0 no recent change, empty without a verdict',
    config: { decimals: 0, min: 0, max: 2, mappings: SEVERITY_MAPPINGS },
  },
  { name: 'reason', kind: 'string', description: 'Description of the change' },
];
