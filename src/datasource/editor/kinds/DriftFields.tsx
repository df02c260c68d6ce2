import React from 'react';
import { EditorSwitch } from '@grafana/plugin-ui';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import type { SectionProps } from '../SectionProps';

/** What only drift has. */
export function DriftFields({ draft, onChange }: SectionProps) {
  if (draft.format !== 'table') {
    return null;
  }
  return (
    <LabelledField
      label={t('drift.detail', 'Every test')}
      htmlFor="detail"
      tooltip={t('drift.detailTooltip', 'A row for every test instead of the deciding one alone.')}
    >
      <EditorSwitch
        id="detail"
        value={draft.detail ?? false}
        onChange={(event) => onChange({ ...draft, detail: event.currentTarget.checked || undefined })}
      />
    </LabelledField>
  );
}
