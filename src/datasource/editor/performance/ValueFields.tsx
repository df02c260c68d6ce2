import React from 'react';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import type { SectionProps } from '../SectionProps';

const OUTCOMES = ['truePositive', 'falsePositive', 'trueNegative', 'falseNegative'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What a row is worth by its outcome; without any there is no business value. */
export function ValueFields({ draft, errors, onChange }: SectionProps) {
  const { value = {} } = draft;
  const set = (outcome: Outcome, worth: number | undefined) => {
    const kept = Object.entries({ ...value, [outcome]: worth }).filter(([, one]) => one !== undefined);
    const changed: QueryDraft['value'] = kept.length === 0 ? undefined : Object.fromEntries(kept);
    onChange({ ...draft, value: changed });
  };
  return (
    <FieldRow>
      {OUTCOMES.map((outcome) => (
        <NumberField
          key={outcome}
          id={`value-${outcome}`}
          label={outcomeWords(outcome)}
          tooltip={t('performance.valueTooltip', 'Business value of one such row. Losses are negative. Example: -5.')}
          defaultValue={0}
          step={1}
          value={value[outcome]}
          error={errors.get(`value.${outcome}`)}
          onChange={(worth) => set(outcome, worth)}
        />
      ))}
    </FieldRow>
  );
}

function outcomeWords(outcome: Outcome): string {
  switch (outcome) {
    case 'truePositive':
      return t('performance.valueTruePositive', 'Value of a true positive');
    case 'falsePositive':
      return t('performance.valueFalsePositive', 'Value of a false positive');
    case 'trueNegative':
      return t('performance.valueTrueNegative', 'Value of a true negative');
    case 'falseNegative':
      return t('performance.valueFalseNegative', 'Value of a false negative');
  }
}
