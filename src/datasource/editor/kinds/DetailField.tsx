import React from 'react';
import { EditorSwitch } from '@grafana/plugin-ui';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import type { SectionProps } from '../SectionProps';

/** Drift: every test; quality: every finding. */
export function DetailField({ draft, onChange }: SectionProps) {
  if (draft.format !== 'table') {
    return null;
  }
  const isQuality = draft.kind === 'quality';
  return (
    <LabelledField
      label={isQuality ? t('quality.detail', 'Every finding') : t('drift.detail', 'Every test')}
      htmlFor="detail"
      tooltip={
        isQuality
          ? t('quality.detailTooltip', 'A row for every finding instead of one for each feature.')
          : t('drift.detailTooltip', 'A row for every test instead of the deciding one alone.')
      }
    >
      <EditorSwitch
        id="detail"
        value={draft.detail ?? false}
        onChange={(event) => onChange({ ...draft, detail: event.currentTarget.checked || undefined })}
      />
    </LabelledField>
  );
}
