import React from 'react';
import { Combobox, RadioButtonGroup } from '@grafana/ui';
import type { BaselineDraft, QueryDraft } from '../ModelwatchQuery';
import type { Resources } from '../resources';
import type { DraftErrors } from '../validateDraft';
import { LabelledField } from './LabelledField';
import { SelectionFields } from './SelectionFields';
import { TextField } from './TextField';

interface Props {
  resources: Resources;
  draft: QueryDraft;
  errors: DraftErrors;
  onChange: (draft: QueryDraft) => void;
}

const KINDS: Array<{ value: BaselineDraft['kind']; label: string; description: string }> = [
  { value: 'previous', label: 'Earlier', description: 'The same windows, earlier by a fixed time' },
  { value: 'seasonal', label: 'Same time', description: 'The same time of the last weeks or days, taken together' },
  {
    value: 'window',
    label: 'Fixed window',
    description: 'One window that stays, such as the data the model learnt from',
  },
  { value: 'selection', label: 'Other data', description: 'Another file, another model version, another connection' },
];

const OFFSETS = ['1h', '1d', '7d', '28d', '52w'];
const TIME_HELP = 'An ISO time such as 2013-01-01T00:00:00Z, or relative: now-28d';

/** What the current sample is compared with. */
export function BaselineFields({ resources, draft, errors, onChange }: Props) {
  const baseline: BaselineDraft = draft.baseline ?? { kind: 'previous', offset: '' };
  const set = (changed: BaselineDraft) => onChange({ ...draft, baseline: changed });
  return (
    <>
      <LabelledField label="Compared with" htmlFor="baseline-kind" tooltip="The baseline: what is taken as normal.">
        <RadioButtonGroup
          id="baseline-kind"
          aria-label="Compared with"
          options={KINDS}
          value={baseline.kind}
          onChange={(kind) => set(emptyBaseline(kind))}
        />
      </LabelledField>
      {baseline.kind === 'previous' && (
        <LabelledField
          label="Earlier by"
          htmlFor="baseline-offset"
          tooltip="A number and a unit: 1h, 7d, 4w."
          error={errors.get('baseline.offset')}
        >
          <Combobox
            id="baseline-offset"
            width={14}
            createCustomValue
            options={OFFSETS.map((value) => ({ value }))}
            value={baseline.offset === '' ? null : baseline.offset}
            onChange={(option) => set({ kind: 'previous', offset: option.value })}
          />
        </LabelledField>
      )}
      {baseline.kind === 'seasonal' && (
        <>
          <TextField
            id="baseline-period"
            label="Every"
            tooltip="A number and a unit: 1w for the same hour of each week, 1d for the same hour of each day."
            placeholder="1w"
            width={10}
            value={baseline.period ?? ''}
            error={errors.get('baseline.period')}
            onChange={(period) => set({ ...baseline, period: period === '' ? undefined : period })}
          />
          <TextField
            id="baseline-count"
            label="Periods back"
            tooltip="How many of them are taken together, from 1 to 52."
            placeholder="4"
            width={8}
            value={baseline.count === undefined ? '' : String(baseline.count)}
            error={errors.get('baseline.count')}
            onChange={(count) => set({ ...baseline, count: count === '' ? undefined : Number(count) })}
          />
        </>
      )}
      {baseline.kind === 'selection' && (
        <SelectionFields
          resources={resources}
          selection={baseline}
          path="baseline"
          errors={errors}
          inherited={draft.current}
          onChange={(selection) => set({ ...selection, kind: 'selection', from: baseline.from, to: baseline.to })}
        />
      )}
      {(baseline.kind === 'window' || baseline.kind === 'selection') &&
        (['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            id={`baseline-${end}`}
            label={end === 'from' ? 'From' : 'To'}
            tooltip={TIME_HELP}
            placeholder={baseline.kind === 'window' ? 'now-28d' : "The dashboard's"}
            width={26}
            value={baseline[end] ?? ''}
            error={errors.get(`baseline.${end}`)}
            onChange={(time) => set(withTime(baseline, end, time))}
          />
        ))}
    </>
  );
}

function emptyBaseline(kind: BaselineDraft['kind']): BaselineDraft {
  switch (kind) {
    case 'previous':
      return { kind, offset: '7d' };
    case 'seasonal':
      return { kind, period: '1w', count: 4 };
    case 'window':
      return { kind, from: '', to: '' };
    case 'selection':
      return { kind };
    case 'profile':
      return { kind, id: '' };
  }
}

function withTime(
  baseline: Exclude<BaselineDraft, { kind: 'previous' | 'seasonal' }>,
  end: 'from' | 'to',
  time: string
): BaselineDraft {
  // A window needs both ends, if empty ones, so that the error says which is missing.
  return baseline.kind === 'window'
    ? { ...baseline, [end]: time }
    : { ...baseline, [end]: time === '' ? undefined : time };
}
