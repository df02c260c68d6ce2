import type { FieldKind } from '../Frame';
import type { AuditRow } from './AuditRow';

export interface AuditColumn {
  readonly name: keyof AuditRow;
  readonly kind: FieldKind;
  /** Its header: with two tables Grafana would write the table's name before the column's. */
  readonly title: string;
  /** Grafana shows it as a tooltip on the table's header. */
  readonly description: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

const COUNT = { decimals: 0, unit: 'locale' };
const RATE = { decimals: 1 };
const SHARE = { unit: 'percentunit', decimals: 1 };
const OWN = [
  { type: 'value', options: { true: { text: 'this query', color: 'blue' }, false: { text: '–', color: 'text' } } },
] as const;

const SIZES_IN_WORDS = { small: '0.1 SD', medium: '0.3 SD', large: '1 SD' } as const;

/** The columns of an audit, in order. */
export const AUDIT_COLUMNS: readonly AuditColumn[] = [
  { name: 'significance', kind: 'string', title: 'Significance', description: 'What a change is compared with' },
  {
    name: 'own',
    kind: 'boolean',
    title: 'This query',
    description: 'Whether the query itself uses it',
    config: { mappings: OWN },
  },
  {
    name: 'looks',
    kind: 'number',
    title: 'Looks',
    description: 'Windows that could have alarmed, each with all its features',
    config: COUNT,
  },
  {
    name: 'undecided',
    kind: 'number',
    title: 'Undecided',
    description: 'Windows without data or without enough history',
    config: COUNT,
  },
  { name: 'alarms', kind: 'number', title: 'Alarms', description: 'Looks with drift in any feature', config: COUNT },
  {
    name: 'alarm_share',
    kind: 'number',
    title: 'Of looks',
    description: 'Share of looks that are alarms',
    config: SHARE,
  },
  {
    name: 'episodes',
    kind: 'number',
    title: 'Episodes',
    description: 'Alarms less than a day apart are one',
    config: COUNT,
  },
  { name: 'rate', kind: 'number', title: 'Rate', description: 'Episodes in the time of falseAlarmEvery', config: RATE },
  { name: 'rate_low', kind: 'number', title: 'Rate, low', description: 'Lower end of the 95% interval', config: RATE },
  {
    name: 'rate_high',
    kind: 'number',
    title: 'Rate, high',
    description: 'Upper end of the 95% interval',
    config: RATE,
  },
  {
    name: 'promised',
    kind: 'number',
    title: 'Promised',
    description: 'As many alarms or episodes as are promised at most without drift',
    config: RATE,
  },
  { name: 'promised_counts', kind: 'string', title: 'Promised are', description: 'What the promise counts' },
  {
    name: 'shuffled_rate',
    kind: 'number',
    title: 'Random order',
    description: 'The rate with seasons in random order, in which nothing lasts',
    config: RATE,
  },
  {
    name: 'shuffled_rate_low',
    kind: 'number',
    title: 'Random order, low',
    description: 'Lower end of its 95% interval',
    config: RATE,
  },
  {
    name: 'shuffled_rate_high',
    kind: 'number',
    title: 'Random order, high',
    description: 'Upper end of its 95% interval',
    config: RATE,
  },
  {
    name: 'halves_share',
    kind: 'number',
    title: 'Halves',
    description: 'Share of looks that are alarms with each window beside a random half of its own rows: all are false',
    config: SHARE,
  },
  {
    name: 'marked_true',
    kind: 'number',
    title: 'True alarms',
    description: 'Episodes that people marked as true alarms or incidents',
    config: COUNT,
  },
  {
    name: 'marked_false',
    kind: 'number',
    title: 'False alarms',
    description: 'Episodes that people marked as false alarms',
    config: COUNT,
  },
  {
    name: 'precision',
    kind: 'number',
    title: 'Precision',
    description: 'Share of true alarms among marked episodes',
    config: SHARE,
  },
  {
    name: 'precision_low',
    kind: 'number',
    title: 'Precision, low',
    description: 'Lower end of its 95% interval',
    config: SHARE,
  },
  {
    name: 'precision_high',
    kind: 'number',
    title: 'Precision, high',
    description: 'Upper end of its 95% interval',
    config: SHARE,
  },
  ...(['small', 'medium', 'large'] as const).flatMap((size): AuditColumn[] => [
    {
      name: `delay_${size}`,
      kind: 'number',
      title: `Delay, ${SIZES_IN_WORDS[size]}`,
      description: `Median windows until a shift of ${SIZES_IN_WORDS[size]} is detected, where it is`,
      config: RATE,
    },
    {
      name: `found_${size}`,
      kind: 'number',
      title: `Found, ${SIZES_IN_WORDS[size]}`,
      description: `Share of seasons in which a shift of ${SIZES_IN_WORDS[size]} is detected before their end`,
      config: { ...SHARE, decimals: 0 },
    },
  ]),
  { name: 'first_time', kind: 'time', title: 'Fired first', description: 'When it fired first' },
  { name: 'first_cause', kind: 'string', title: 'First cause', description: 'What it fired on first' },
  { name: 'problem', kind: 'string', title: 'Problem', description: 'Why it could not be replayed' },
];
