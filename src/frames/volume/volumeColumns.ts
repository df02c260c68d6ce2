import type { FieldKind } from '../Frame';
import { SEVERITY_MAPPINGS, VOLUME_MAPPINGS } from './volumeMappings';
import type { VolumeRow } from './VolumeRow';

export interface VolumeColumn {
  readonly name: Exclude<keyof VolumeRow, 'segment'>;
  readonly kind: FieldKind;
  /** Grafana shows it as a tooltip on the table's header. */
  readonly description: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** Columns before the segments' own, in order. */
export const LEADING_COLUMNS: readonly VolumeColumn[] = [
  { name: 'time', kind: 'time', description: 'Start of the window' },
  { name: 'time_end', kind: 'time', description: 'End of the window' },
  { name: 'feature', kind: 'string', description: 'The measure' },
];

/** Columns after the segments' own, in order. */
export const TRAILING_COLUMNS: readonly VolumeColumn[] = [
  { name: 'value', kind: 'number', description: 'Value of the measure; empty without data, which is not 0' },
  { name: 'expected', kind: 'number', description: 'Median of the past windows' },
  { name: 'low', kind: 'number', description: 'Lower end of the expected range' },
  { name: 'high', kind: 'number', description: 'Upper end of the expected range' },
  {
    name: 'deviation',
    kind: 'number',
    description: 'Value minus expected value, as a share of the expected value',
    config: { unit: 'percentunit' },
  },
  {
    name: 'z',
    kind: 'number',
    description: 'Value minus expected value, in robust standard deviations',
    config: { decimals: 1 },
  },
  { name: 'spread', kind: 'number', description: 'Robust standard deviation of the past windows' },
  { name: 'n_baseline', kind: 'number', description: 'Past windows that have data', config: { decimals: 0 } },
  {
    name: 'score',
    kind: 'number',
    description:
      'Distance from the expected value, relative to the edge of the expected range; 1 or more is out of range',
    config: { decimals: 2, min: 0 },
  },
  { name: 'verdict', kind: 'string', description: 'Verdict', config: { mappings: VOLUME_MAPPINGS } },
  {
    name: 'severity',
    kind: 'number',
    description: '2 out of range, 1 warning, 0 in range, empty without a verdict',
    config: { decimals: 0, min: 0, max: 2, mappings: SEVERITY_MAPPINGS },
  },
  { name: 'reason', kind: 'string', description: 'Reason for the verdict' },
];
