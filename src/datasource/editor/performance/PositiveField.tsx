import React from 'react';
import { t } from '../../text';
import { PickField } from '../fields/PickField';
import { variableOptions } from '../fields/variableOptions';
import type { SectionProps } from '../SectionProps';
import { classOfScore } from './suggestRoles';

/** The class that precision, recall, and a score are about. */
export function PositiveField({
  resources,
  draft,
  errors,
  onChange,
  classes,
}: SectionProps & { classes: readonly string[] }) {
  const { score, positive } = draft;
  const likely = classOfScore(typeof score === 'string' ? score : undefined, classes);
  return (
    <PickField
      id="positive"
      label={t('performance.positive', 'Positive class')}
      optional
      width={20}
      tooltip={t(
        'performance.positiveTooltip',
        'Class that precision, recall, and the score are about. Example: fraud.'
      )}
      error={errors.get('positive')}
      custom={t('features.custom', 'Custom value (variables supported)')}
      placeholder={likely === undefined ? t('performance.choosePositive', 'Select a class') : likely}
      options={[
        ...classes.map((value) => ({
          value,
          description: value === likely ? t('performance.likelyClass', 'Matches the name of the score') : undefined,
        })),
        ...variableOptions(resources),
      ]}
      value={positive}
      onChange={(value) => onChange({ ...draft, positive: value })}
    />
  );
}
