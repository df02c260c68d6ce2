import React from 'react';
import { t } from '../../text';
import { NumberField } from '../fields/NumberField';
import type { SectionProps } from '../SectionProps';

/** What only distributions have. */
export function DistributionFields({ draft, errors, onChange }: SectionProps) {
  return (
    <NumberField
      id="bins"
      label={t('distribution.bins', 'Bins')}
      tooltip={t('distribution.binsTooltip', 'Maximum number of bins or categories per feature.')}
      step={1}
      defaultValue={40}
      value={draft.bins}
      error={errors.get('bins')}
      onChange={(bins) => onChange({ ...draft, bins })}
    />
  );
}
