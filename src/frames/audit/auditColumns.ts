import type { FieldKind } from '../Frame';
import type { AuditRow } from './AuditRow';

export interface AuditColumn {
  readonly name: keyof AuditRow;
  readonly kind: FieldKind;
  /** Grafana shows it as a tooltip on the table's header. */
  readonly description: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

const COUNT = { decimals: 0, unit: 'locale' };
const RATE = { decimals: 1 };
const SHARE = { unit: 'percentunit', decimals: 1 };
const OWN = [
  { type: 'value', options: { true: { text: 'this query', color: 'blue' }, false: { text: '', color: 'text' } } },
] as const;

const SIZES_IN_WORDS = { small: '0.1 SD', medium: '0.3 SD', large: '1 SD' } as const;

/** The columns of an audit, in order. */
export const AUDIT_COLUMNS: readonly AuditColumn[] = [
  { name: 'significance', kind: 'string', description: 'What a change is compared with' },
  { name: 'own', kind: 'boolean', description: 'Whether the query itself uses it', config: { mappings: OWN } },
  {
    name: 'looks',
    kind: 'number',
    description: 'Windows that could have alarmed, each with all its features',
    config: COUNT,
  },
  { name: 'undecided', kind: 'number', description: 'Windows without data or without enough history', config: COUNT },
  { name: 'alarms', kind: 'number', description: 'Looks with drift in any feature', config: COUNT },
  { name: 'alarm_share', kind: 'number', description: 'Share of looks that are alarms', config: SHARE },
  { name: 'episodes', kind: 'number', description: 'Alarms less than a day apart are one', config: COUNT },
  { name: 'rate', kind: 'number', description: 'Episodes in the time of falseAlarmEvery', config: RATE },
  { name: 'rate_low', kind: 'number', description: 'Lower end of the 95% interval', config: RATE },
  { name: 'rate_high', kind: 'number', description: 'Upper end of the 95% interval', config: RATE },
  {
    name: 'promised',
    kind: 'number',
    description: 'As many alarms or episodes as are promised at most without drift',
    config: RATE,
  },
  { name: 'promised_counts', kind: 'string', description: 'What the promise counts' },
  {
    name: 'shuffled_rate',
    kind: 'number',
    description: 'The rate with seasons in random order, in which nothing lasts',
    config: RATE,
  },
  { name: 'shuffled_rate_low', kind: 'number', description: 'Lower end of its 95% interval', config: RATE },
  { name: 'shuffled_rate_high', kind: 'number', description: 'Upper end of its 95% interval', config: RATE },
  ...(['small', 'medium', 'large'] as const).flatMap((size): AuditColumn[] => [
    {
      name: `delay_${size}`,
      kind: 'number',
      description: `Median windows until a shift of ${SIZES_IN_WORDS[size]} is detected, where it is`,
      config: RATE,
    },
    {
      name: `found_${size}`,
      kind: 'number',
      description: `Share of seasons in which a shift of ${SIZES_IN_WORDS[size]} is detected before their end`,
      config: { ...SHARE, decimals: 0 },
    },
  ]),
  { name: 'first_time', kind: 'time', description: 'When it fired first' },
  { name: 'first_cause', kind: 'string', description: 'What it fired on first' },
  { name: 'problem', kind: 'string', description: 'Why it could not be replayed' },
];
