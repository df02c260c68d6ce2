import React from 'react';
import type { BaselineDraft, QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { PickField } from '../fields/PickField';
import { TextField } from '../fields/TextField';
import { variableOptions } from '../fields/variableOptions';
import type { AskedRange, SectionProps } from '../SectionProps';
import { SelectionFields } from '../selection/SelectionFields';
import { ModelFields } from './ModelFields';
import { ProfileField } from './ProfileField';
import { BaselineKindField } from './BaselineKindField';
import { SeasonalFields } from './SeasonalFields';
import { WindowPicture } from './WindowPicture';

const OFFSETS = ['1h', '1d', '7d', '28d', '52w'];

/** What the current sample is compared with, and a picture of when that was. */
export function BaselineSection(props: SectionProps & { range: AskedRange }) {
  const { draft, onChange } = props;
  const { baseline } = draft;
  const set = (changed: BaselineDraft | undefined) => onChange({ ...draft, baseline: changed });
  return (
    <>
      <FieldRow>
        <BaselineKindField {...props} set={set} />
        {baseline && <BaselineFields {...props} baseline={baseline} set={set} />}
      </FieldRow>
      {baseline && <WindowPicture {...props} />}
    </>
  );
}

interface FieldsProps extends SectionProps {
  baseline: BaselineDraft;
  set: (baseline: BaselineDraft) => void;
}

function BaselineFields(props: FieldsProps) {
  const { resources, draft, errors, baseline, set } = props;
  switch (baseline.kind) {
    case 'previous':
      return (
        <PickField
          id="baseline-offset"
          label={t('baseline.offset', 'Offset')}
          tooltip={t('baseline.offsetTooltip', 'A number and a unit. Example: 1h, 7d, or 4w.')}
          error={errors.get('baseline.offset')}
          width={14}
          custom={t('baseline.offsetCustom', 'Use this duration (variables supported)')}
          options={[...OFFSETS.map((value) => ({ value })), ...variableOptions(resources)]}
          value={baseline.offset === '' ? undefined : baseline.offset}
          onChange={(offset) => set({ kind: 'previous', offset: offset ?? '' })}
        />
      );
    case 'seasonal':
      return <SeasonalFields baseline={baseline} errors={errors} set={set} />;
    case 'window':
      return <TimeFields {...props} baseline={baseline} />;
    case 'selection':
      return (
        <>
          <SelectionFields
            resources={resources}
            selection={selectionOf(baseline)}
            path="baseline"
            errors={errors}
            inherited={draft.current}
            onChange={(selection) => set({ ...selection, kind: 'selection', from: baseline.from, to: baseline.to })}
          />
          <TimeFields {...props} baseline={baseline} />
        </>
      );
    case 'profile':
      return <ProfileField {...props} id={baseline.id} />;
    case 'model':
      return <ModelFields {...props} baseline={baseline} />;
  }
}

function selectionOf({ kind: _, from: __, to: ___, ...selection }: Extract<BaselineDraft, { kind: 'selection' }>) {
  return selection;
}

interface TimeProps extends FieldsProps {
  baseline: Extract<BaselineDraft, { kind: 'window' | 'selection' }>;
}

function TimeFields({ baseline, errors, set }: TimeProps) {
  const isWindow = baseline.kind === 'window';
  return (['from', 'to'] as const).map((end) => (
    <TextField
      key={end}
      id={`baseline-${end}`}
      label={end === 'from' ? t('baseline.from', 'From') : t('baseline.to', 'To')}
      tooltip={t(
        'baseline.timeTooltip',
        'An ISO 8601 time such as 2013-01-01T00:00:00Z, or a relative time such as now-28d.'
      )}
      placeholder={
        isWindow
          ? end === 'from'
            ? 'now-28d'
            : 'now-7d'
          : t('baseline.dashboardTime', 'Dashboard time range, or all data')
      }
      width={26}
      value={baseline[end] ?? ''}
      error={errors.get(`baseline.${end}`)}
      onChange={(time) => set(withTime(baseline, end, time))}
    />
  ));
}

function withTime(
  baseline: TimeProps['baseline'],
  end: 'from' | 'to',
  time: string
): NonNullable<QueryDraft['baseline']> {
  // A window needs both ends, if empty ones, so that it is known which is missing.
  return baseline.kind === 'window'
    ? { ...baseline, [end]: time }
    : { ...baseline, [end]: time === '' ? undefined : time };
}
