import React from 'react';
import { type AlertValue, alertValueSchema } from '../../../query/alertValue';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import type { SectionProps } from '../SectionProps';
import { SteadyCombobox } from '../fields/SteadyCombobox';

/** Which number an alert rule is answered. */
export function AlertValueField({ draft, errors, onChange }: SectionProps) {
  return (
    <LabelledField
      label={t('alert.value', 'Number')}
      htmlFor="alert-value"
      tooltip={t('alert.valueTooltip', 'A rule decides on the severity: its condition is "above 1".')}
      error={errors.get('alertValue')}
    >
      <SteadyCombobox
        id="alert-value"
        width={18}
        options={alertValueSchema.options.map((value) => ({ value, ...valueWords(value) }))}
        value={draft.alertValue ?? 'severity'}
        onChange={({ value }) => onChange({ ...draft, alertValue: value === 'severity' ? undefined : value })}
      />
    </LabelledField>
  );
}

function valueWords(value: AlertValue): { label: string; description: string } {
  switch (value) {
    case 'severity':
      return {
        label: t('alert.severity', 'Severity'),
        description: t('alert.severityIs', '2 alarm, 1 warning, 0 normal; none where undecided'),
      };
    case 'score':
      return {
        label: t('alert.score', 'Score'),
        description: t('alert.scoreIs', 'How large, in thresholds: for a recording rule'),
      };
    case 'since':
      return {
        label: t('alert.since', 'Since'),
        description: t('alert.sinceIs', 'When it began, in seconds since 1970'),
      };
    case 'details':
      return {
        label: t('alert.details', 'Details'),
        description: t('alert.detailsIs', 'The score with words as labels: for the message, never for a condition'),
      };
  }
}
