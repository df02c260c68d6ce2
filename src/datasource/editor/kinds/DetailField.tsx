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
      label={isQuality ? t('quality.detail', 'Show all issues') : t('drift.detail', 'Show all tests')}
      htmlFor="detail"
      tooltip={
        isQuality
          ? t('quality.detailTooltip', 'Returns one row per issue instead of one per feature.')
          : t('drift.detailTooltip', 'Returns one row per test instead of only the deciding test.')
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
