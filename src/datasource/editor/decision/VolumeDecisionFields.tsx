import React from 'react';
import { volumeDecisionSchema } from '../../../query/volumeQuery';
import type { VolumeDecisionDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { NumberField } from '../fields/NumberField';
import { SteadyCombobox } from '../fields/SteadyCombobox';
import { DirectionField } from '../measures/DirectionField';
import type { SectionProps } from '../SectionProps';
import { withDecision } from './withDecision';

const DEFAULTS = volumeDecisionSchema.parse({});

/** When a number is off from what was expected. */
export function VolumeDecisionFields({ draft, errors, onChange }: SectionProps) {
  const decision: VolumeDecisionDraft = draft.decision ?? {};
  const set = (change: VolumeDecisionDraft) => onChange(withDecision(draft, change));
  const error = (key: keyof VolumeDecisionDraft) => errors.get(`decision.${key}`);
  return (
    <FieldRow>
      <NumberField
        id="deviation"
        label={t('volume.deviation', 'Deviation threshold')}
        tooltip={t('volume.deviationTooltip', 'Relative to the expected value. 0.4 = 40%.')}
        step={0.05}
        defaultValue={DEFAULTS.deviation ?? undefined}
        value={decision.deviation ?? undefined}
        error={error('deviation')}
        onChange={(deviation) => set({ deviation })}
      />
      <NumberField
        id="robust-z"
        label={t('volume.z', 'Robust z-score threshold')}
        tooltip={t('volume.zTooltip', 'Must also be exceeded. Needs four past windows. Leave empty to disable.')}
        placeholder={t('volume.notAsked', 'Disabled')}
        step={0.5}
        value={decision.z ?? undefined}
        error={error('z')}
        onChange={(z) => set({ z })}
      />
      <DirectionField
        id="direction"
        value={decision.direction ?? DEFAULTS.direction}
        onChange={(direction) => set({ direction: direction === DEFAULTS.direction ? undefined : direction })}
      />
      <NumberField
        id="warn-at"
        label={t('volume.warnAt', 'Warning level')}
        tooltip={t('volume.warnAtTooltip', 'Fraction of the thresholds at which a warning starts.')}
        step={0.05}
        defaultValue={DEFAULTS.warnAt}
        value={decision.warnAt}
        error={error('warnAt')}
        onChange={(warnAt) => set({ warnAt })}
      />
      <NumberField
        id="noise"
        label={t('volume.noise', 'Count noise limit (σ)')}
        tooltip={t(
          'volume.noiseTooltip',
          'Counts, shares, and percentiles must also deviate by this many standard deviations of chance. 0 disables it.'
        )}
        step={0.5}
        defaultValue={DEFAULTS.noise}
        value={decision.noise}
        error={error('noise')}
        onChange={(noise) => set({ noise })}
      />
      <LabelledField
        label={t('volume.absent', 'When data is missing')}
        htmlFor="absent"
        tooltip={t('volume.absentTooltip', 'Verdict for a window without data.')}
        error={error('absent')}
      >
        <SteadyCombobox
          id="absent"
          width={24}
          options={[
            { value: 'undecided' as const, label: t('volume.undecided', 'No verdict') },
            { value: 'zero' as const, label: t('volume.zero', 'Treat as 0') },
          ]}
          value={decision.absent ?? DEFAULTS.absent}
          onChange={({ value }) => set({ absent: value === DEFAULTS.absent ? undefined : value })}
        />
      </LabelledField>
    </FieldRow>
  );
}
