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
  { name: 'value', kind: 'number', description: 'Empty where there are no data, which is not 0' },
  { name: 'expected', kind: 'number', description: 'Median of the past windows' },
  { name: 'low', kind: 'number', description: 'Values below are off' },
  { name: 'high', kind: 'number', description: 'Values above are off' },
  {
    name: 'deviation',
    kind: 'number',
    description: 'Value less expected, as a share of the expected',
    config: { unit: 'percentunit' },
  },
  {
    name: 'z',
    kind: 'number',
    description: 'Value less expected, in robust standard deviations',
    config: { decimals: 1 },
  },
  { name: 'spread', kind: 'number', description: 'Robust standard deviation of the past windows' },
  { name: 'n_baseline', kind: 'number', description: 'Past windows that have data', config: { decimals: 0 } },
  {
    name: 'score',
    kind: 'number',
    description: 'How far on the way from the expected value to the edge of the band; from 1 on the value is off',
    config: { decimals: 2, min: 0 },
  },
  { name: 'verdict', kind: 'string', description: 'What is said of the value', config: { mappings: VOLUME_MAPPINGS } },
  {
    name: 'severity',
    kind: 'number',
    description: '2 alarm, 1 warning, 0 normal, empty where undecided',
    config: { decimals: 0, min: 0, max: 2, mappings: SEVERITY_MAPPINGS },
  },
  { name: 'reason', kind: 'string', description: 'Why the verdict is what it is' },
];
