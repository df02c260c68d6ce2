import React from 'react';
import { versionsDecisionSchema } from '../../../query/versionsQuery';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import type { SectionProps } from '../SectionProps';
import { withDecision } from './withDecision';

const DEFAULTS = versionsDecisionSchema.parse({});

/** What is a change of version, and what is noise. */
export function VersionsDecisionFields({ draft, errors, onChange }: SectionProps) {
  const { decision = {} } = draft;
  return (
    <FieldRow>
      <NumberField
        id="minimum-share"
        label={t('versions.minimumShare', 'Minimum share')}
        tooltip={t(
          'versions.minimumShareTooltip',
          'A version with a smaller share of calls has not started. 0.01 = 1%.'
        )}
        defaultValue={DEFAULTS.minimumShare}
        value={decision.minimumShare}
        error={errors.get('decision.minimumShare')}
        onChange={(minimumShare) => onChange(withDecision(draft, { minimumShare }))}
      />
      <NumberField
        id="minimum-calls"
        label={t('versions.minimumCalls', 'Minimum calls')}
        tooltip={t('versions.minimumCallsTooltip', 'Windows with fewer calls are not evaluated.')}
        step={1}
        defaultValue={DEFAULTS.minimumCalls}
        value={decision.minimumCalls}
        error={errors.get('decision.minimumCalls')}
        onChange={(minimumCalls) => onChange(withDecision(draft, { minimumCalls }))}
      />
    </FieldRow>
  );
}
