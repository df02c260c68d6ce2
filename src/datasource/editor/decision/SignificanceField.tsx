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
      label={t('decision.significance', 'Sure by')}
      htmlFor="significance"
      tooltip={t('decision.significanceTooltip', 'What a difference is held against, to say that it is no chance.')}
      error={error}
    >
      <SteadyCombobox
        id="significance"
        width={26}
        options={CHOICES.map((value) => ({ value, ...significanceWords(value) }))}
        value={draft.decision?.significance ?? 'iid'}
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
      description: t('decision.iidIs', 'The usual p-values; for values that do not depend on one another'),
    },
    calibrated: {
      label: t('decision.calibrated', 'Past windows'),
      description: t('decision.calibratedIs', 'Differences between past windows: seasons raise no false alarm'),
    },
    sequential: {
      label: t('decision.sequential', 'One rule for ever'),
      description: t('decision.sequentialIs', 'At most one false alarm in a chosen time, however often it looks'),
    },
  };
  return words[value] ?? { label: value, description: '' };
}
