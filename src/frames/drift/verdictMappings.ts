import type { VerdictWord } from '../../verdict/Verdict';

interface Shown {
  readonly text: string;
  readonly color: string;
}

const DRIFT: Shown = { text: 'drift', color: 'red' };
const WARNING: Shown = { text: 'warning', color: 'orange' };
const NO_DRIFT: Shown = { text: 'no drift', color: 'green' };

/** How each verdict is shown, with the names of Grafana's colors. */
export const VERDICTS_SHOWN: Readonly<Record<VerdictWord, Shown>> = {
  drift: DRIFT,
  warning: WARNING,
  no_drift: NO_DRIFT,
  insufficient_data: { text: 'insufficient data', color: 'text' },
  inconclusive: { text: 'inconclusive', color: 'text' },
  undefined: { text: 'undefined', color: 'text' },
};

/** Grafana's value mappings for the column `verdict`. */
export const VERDICT_MAPPINGS = [{ type: 'value', options: VERDICTS_SHOWN }] as const;

/** Grafana's value mappings for a severity. */
export const SEVERITY_MAPPINGS = [
  { type: 'value', options: { 0: NO_DRIFT, 1: WARNING, 2: DRIFT } },
  { type: 'special', options: { match: 'null', result: { text: 'undecided', color: 'text' } } },
] as const;

/** Grafana's value mappings for a p-value: zero is only what is too small for a double. */
export const P_VALUE_MAPPINGS = [{ type: 'value', options: { 0: { text: '< 1e-300' } } }] as const;
