import type { ComboboxOption } from '@grafana/ui';
import type { Resources } from '../../resources';
import { t } from '../../text';

/** The dashboard's variables, to be offered beside what the store has. */
export function variableOptions({ variables }: Pick<Resources, 'variables'>): ComboboxOption[] {
  return variables().map((value) => ({ value, description: t('fields.variable', 'Dashboard variable') }));
}
