import type { CauseKind } from '../../verdict/causes/Cause';
import type { FieldKind } from '../Frame';
import type { CauseRow } from './CauseRow';

interface CauseColumn {
  readonly name: keyof CauseRow;
  readonly kind: FieldKind;
  /** Grafana shows it as a tooltip on the table's header. */
  readonly description: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** How each kind is called. */
export const CAUSE_KIND_WORDS: Readonly<Record<CauseKind, string>> = {
  slice: 'slice',
  mix: 'mix',
  version: 'version',
  unit: 'unit',
  missing: 'missing values',
  co_drift: 'drifts too',
  volume: 'volume',
};

const KIND_MAPPINGS = [
  {
    type: 'value',
    options: Object.fromEntries(Object.entries(CAUSE_KIND_WORDS).map(([kind, text]) => [kind, { text }])),
  },
];
const SHARE = { unit: 'percentunit', min: 0, max: 1, decimals: 0 };
const COUNT = { decimals: 0 };

/** All columns, in order. */
export const CAUSE_COLUMNS: readonly CauseColumn[] = [
  { name: 'cause', kind: 'string', description: 'Candidate cause' },
  { name: 'field', kind: 'string', description: 'Field that tells the rows apart' },
  { name: 'value', kind: 'string', description: 'Value of the field' },
  { name: 'cause_kind', kind: 'string', description: 'Kind of cause', config: { mappings: KIND_MAPPINGS } },
  { name: 'explained', kind: 'number', description: 'Part of the drift that is gone without it', config: SHARE },
  { name: 'explained_low', kind: 'number', description: 'Lower end of the 95% interval', config: SHARE },
  { name: 'explained_high', kind: 'number', description: 'Upper end of the 95% interval', config: SHARE },
  { name: 'since', kind: 'time', description: 'When it began, as far as the windows tell' },
  { name: 'reason', kind: 'string', description: 'Why it may be a cause' },
  { name: 'next_step', kind: 'string', description: 'What to do' },
  { name: 'n_baseline', kind: 'number', description: 'Its rows in the baseline', config: COUNT },
  { name: 'n_current', kind: 'number', description: 'Its current rows', config: COUNT },
  { name: 'within', kind: 'string', description: 'Verdict on the rows inside it' },
  { name: 'p_adjusted', kind: 'number', description: 'Adjusted p-value of what it explains' },
];
