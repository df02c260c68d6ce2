import React from 'react';
import { css } from '@emotion/css';
import { MultiCombobox } from '@grafana/ui';
import { changeDecisionSchema } from '../../../query/changeQuery';
import { DETECTOR_NAMES, type DetectorName } from '../../../query/detectorNames';
import type { ChangeDecisionDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { errorBelow } from '../features/errorBelow';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { NumberField } from '../fields/NumberField';
import { TextField } from '../fields/TextField';
import type { SectionProps } from '../SectionProps';
import { withDecision } from './withDecision';

const DEFAULTS = changeDecisionSchema.parse({});

/** How sure a change must be, and how recent to be an alarm. */
export function ChangeDecisionFields({ draft, errors, onChange }: SectionProps) {
  const decision: ChangeDecisionDraft = draft.decision ?? {};
  const set = (change: ChangeDecisionDraft) => onChange(withDecision(draft, change));
  return (
    <FieldRow>
      <NumberField
        id="alpha"
        label={t('change.alpha', 'Significance level')}
        tooltip={t('change.alphaTooltip', 'Probability that noise alone makes a change in a series.')}
        step={0.01}
        defaultValue={DEFAULTS.alpha}
        value={decision.alpha}
        error={errors.get('decision.alpha')}
        onChange={(alpha) => set({ alpha })}
      />
      <TextField
        id="recent"
        label={t('change.recent', 'Recent')}
        tooltip={t(
          'change.recentTooltip',
          'Only changes within this time before the end are alarms. Empty: all of them.'
        )}
        placeholder={t('change.always', 'Whole range')}
        width={14}
        optional
        value={decision.recent ?? ''}
        error={errors.get('decision.recent')}
        onChange={(recent) => set({ recent: recent === '' ? undefined : recent })}
      />
      <div className={styles.detectors}>
        <LabelledField
          label={t('change.detectors', 'Online detectors')}
          htmlFor="detectors"
          optional
          tooltip={t(
            'change.detectorsTooltip',
            'Lists their alarms in the table, for comparison. They decide nothing.'
          )}
          error={errorBelow(errors, 'detectors')}
        >
          <MultiCombobox<DetectorName>
            id="detectors"
            placeholder={t('change.noDetectors', 'None')}
            options={DETECTOR_NAMES.map((value) => ({ value }))}
            value={[...(draft.detectors ?? [])]}
            onChange={(chosen) =>
              onChange({ ...draft, detectors: chosen.length > 0 ? chosen.map(({ value }) => value) : undefined })
            }
          />
        </LabelledField>
      </div>
    </FieldRow>
  );
}

const styles = { detectors: css({ flex: '1 1 200px', minWidth: 0, maxWidth: 400 }) };
