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
        label={t('volume.deviation', 'Off from')}
        tooltip={t('volume.deviationTooltip', 'Share of what was expected: 0.4 is 40 % more or fewer.')}
        step={0.05}
        defaultValue={DEFAULTS.deviation ?? undefined}
        value={decision.deviation ?? undefined}
        error={error('deviation')}
        onChange={(deviation) => set({ deviation })}
      />
      <NumberField
        id="robust-z"
        label={t('volume.z', 'And spreads away')}
        tooltip={t(
          'volume.zTooltip',
          'Robust z: so many usual spreads of the past windows too. It needs four of them; empty: not asked for.'
        )}
        placeholder={t('volume.notAsked', 'not asked for')}
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
        label={t('volume.warnAt', 'Warn from')}
        tooltip={t('volume.warnAtTooltip', 'Share of these thresholds from which on there is a warning.')}
        step={0.05}
        defaultValue={DEFAULTS.warnAt}
        value={decision.warnAt}
        error={error('warnAt')}
        onChange={(warnAt) => set({ warnAt })}
      />
      <NumberField
        id="noise"
        label={t('volume.noise', 'Noise limit (σ)')}
        tooltip={t(
          'volume.noiseTooltip',
          'A count, share, or percentile must also lie so many standard deviations of chance away. 0 switches this off.'
        )}
        step={0.5}
        defaultValue={DEFAULTS.noise}
        value={decision.noise}
        error={error('noise')}
        onChange={(noise) => set({ noise })}
      />
      <LabelledField
        label={t('volume.absent', 'No data')}
        htmlFor="absent"
        tooltip={t('volume.absentTooltip', 'What a window without any data means.')}
        error={error('absent')}
      >
        <SteadyCombobox
          id="absent"
          width={24}
          options={[
            { value: 'undecided' as const, label: t('volume.undecided', 'Nothing can be said') },
            { value: 'zero' as const, label: t('volume.zero', 'The number is 0') },
          ]}
          value={decision.absent ?? DEFAULTS.absent}
          onChange={({ value }) => set({ absent: value === DEFAULTS.absent ? undefined : value })}
        />
      </LabelledField>
    </FieldRow>
  );
}
