import { t as translate } from '@grafana/i18n';

/**
 * A text of the editors in the user's language; the English one where there is no translation. Called while something is
 * drawn, never when a module is loaded: languages are known only then. Values need no escaping, since React does it.
 */
export function t(id: string, english: string, values: Readonly<Record<string, string | number>> = {}): string {
  return translate(id, english, { ...values, interpolation: { escapeValue: false } });
}
