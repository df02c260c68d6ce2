import React from 'react';
import { decisionSchema } from '../../../query/decision';
import type { DecisionDraft, QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import { SteadyCombobox } from '../fields/SteadyCombobox';

type Significance = NonNullable<DecisionDraft['significance']>;

interface Props {
  draft: QueryDraft;
  error: string | undefined;
  onChange: (significance: Significance) => void;
}

const CHOICES: readonly Significance[] = decisionSchema.shape.significance.unwrap().options;

/** What "sure" is measured by; not shown as long as there is one way only. */
export function SignificanceField({ draft, error, onChange }: Props) {
  if (CHOICES.length < 2) {
    return null;
  }
  return (
    <LabelledField
      label={t('decision.significance', 'Significance method')}
      htmlFor="significance"
      tooltip={t(
        'decision.significanceTooltip',
        'How Modelwatch decides whether a difference is statistically significant.'
      )}
      error={error}
    >
      <SteadyCombobox
        id="significance"
        width={26}
        options={CHOICES.map((value) => ({ value, ...significanceWords(value) }))}
        value={CHOICES.find((choice) => choice === draft.decision?.significance) ?? 'iid'}
        onChange={({ value }) => onChange(value)}
      />
    </LabelledField>
  );
}

/** By name, so that ways that come later have their words here as soon as the schema knows them. */
function significanceWords(value: string): { label: string; description: string } {
  const words: Record<string, { label: string; description: string }> = {
    iid: {
      label: t('decision.iid', 'Independent values'),
      description: t('decision.iidIs', 'Standard p-values, for independent values'),
    },
    calibrated: {
      label: t('decision.calibrated', 'Past windows'),
      description: t(
        'decision.calibratedIs',
        'Compares with differences between past windows, so that seasons raise no false alarms'
      ),
    },
    sequential: {
      label: t('decision.sequential', 'Sequential test'),
      description: t(
        'decision.sequentialIs',
        'Limits false alarms over a chosen time, regardless of the number of evaluations'
      ),
    },
  };
  return words[value] ?? { label: value, description: '' };
}
