import React from 'react';
import { t } from '../../text';
import type { SectionProps } from '../SectionProps';
import { FieldRow } from '../fields/FieldRow';
import { PickField } from '../fields/PickField';
import { TextField } from '../fields/TextField';
import { variableOptions } from '../fields/variableOptions';
import type { LabelPlace } from './labelPlace';
import { RoleField } from './RoleField';
import { withLabel } from './withLabel';

interface Props extends SectionProps {
  place: LabelPlace;
  /** Values of the label, as far as they are known. */
  classes: readonly string[];
}

/** In which column the truth is, when it comes, and what its absence means. */
export function LabelFields({ resources, draft, errors, onChange, place, classes }: Props) {
  const { field, timeField, deadline = '', implied } = draft.label ?? {};
  const set = (change: Partial<NonNullable<typeof draft.label>>) => onChange(withLabel(draft, change));
  const shared = { resources, description: place.description };
  return (
    <FieldRow>
      <RoleField
        {...shared}
        id="label"
        role="label"
        label={t('performance.label', 'Label')}
        tooltip={t('performance.labelTooltip', 'Ground truth: the actual class or number.')}
        error={errors.get('label.field') ?? errors.get('label')}
        value={field}
        onChange={(name) => set({ field: name })}
      />
      <RoleField
        {...shared}
        id="label-time"
        role="label_time"
        optional
        label={t('performance.labelTime', 'Label time')}
        tooltip={t(
          'performance.labelTimeTooltip',
          'When the label was known. Without it, a label counts as known from the start.'
        )}
        error={errors.get('label.timeField')}
        value={timeField}
        onChange={(name) => set({ timeField: name })}
      />
      <TextField
        id="label-deadline"
        label={t('performance.deadline', 'Labels complete after')}
        optional
        width={20}
        tooltip={t(
          'performance.deadlineTooltip',
          'Younger windows are not judged. Leave empty to learn it from label times. Example: 90d.'
        )}
        placeholder={t('performance.learned', 'From label times')}
        value={deadline}
        error={errors.get('label.deadline')}
        onChange={(age) => set({ deadline: age })}
      />
      {draft.task !== 'regression' && (
        <PickField
          id="label-implied"
          label={t('performance.implied', 'Class without label')}
          optional
          width={22}
          tooltip={t(
            'performance.impliedTooltip',
            'If only one class is ever reported: the class of rows without a label by then. Example: good.'
          )}
          placeholder={t('performance.unknown', 'Unknown')}
          error={errors.get('label.implied')}
          custom={t('features.custom', 'Custom value (variables supported)')}
          options={[...classes.map((value) => ({ value })), ...variableOptions(resources)]}
          value={implied}
          onChange={(name) => set({ implied: name })}
        />
      )}
    </FieldRow>
  );
}
