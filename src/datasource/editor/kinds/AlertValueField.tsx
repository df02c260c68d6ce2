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
      label={t('alert.value', 'Alert value')}
      htmlFor="alert-value"
      tooltip={t('alert.valueTooltip', 'Alert on severity: above 1.5, or above 0.5 to include warnings.')}
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
        description: t('alert.severityIs', '2 alarm, 1 warning, 0 normal; empty without a verdict'),
      };
    case 'score':
      return {
        label: t('alert.score', 'Score'),
        description: t('alert.scoreIs', 'Score for recording rules; 1 reaches the threshold'),
      };
    case 'since':
      return {
        label: t('alert.since', 'Since'),
        description: t('alert.sinceIs', 'Start of problem, Unix seconds'),
      };
    case 'details':
      return {
        label: t('alert.details', 'Details'),
        description: t('alert.detailsIs', 'Score with descriptive labels: for messages, not for conditions'),
      };
  }
}
