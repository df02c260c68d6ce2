import type { ChangeKind } from './ChangeRow';

interface Shown {
  readonly text: string;
  readonly color: string;
}

/** How each kind is shown, with the names of Grafana's colors. */
export const CHANGE_SHOWN: Readonly<Record<ChangeKind, Shown>> = {
  abrupt: { text: 'abrupt', color: 'red' },
  gradual: { text: 'gradual', color: 'orange' },
  recurring: { text: 'recurring', color: 'blue' },
  online: { text: 'online detector', color: 'purple' },
  none: { text: 'no change', color: 'green' },
  insufficient_data: { text: 'insufficient data', color: 'text' },
};

/** Grafana's value mappings for the column `kind`. */
export const CHANGE_MAPPINGS = [{ type: 'value', options: CHANGE_SHOWN }] as const;

/** Grafana's value mappings for a severity. */
export const SEVERITY_MAPPINGS = [
  { type: 'value', options: { 0: { text: 'no recent change', color: 'green' }, 2: { text: 'changed', color: 'red' } } },
  { type: 'special', options: { match: 'null', result: { text: 'undecided', color: 'text' } } },
] as const;
