import React from 'react';
import { Combobox, RadioButtonGroup } from '@grafana/ui';
import type { QueryDraft } from '../ModelwatchQuery';
import type { DraftErrors } from '../validateDraft';
import { LabelledField } from './LabelledField';
import { NumberField } from './NumberField';

interface Props {
  draft: QueryDraft;
  errors: DraftErrors;
  /** Fixed where only one makes sense: annotations. */
  canChooseFormat: boolean;
  onChange: (draft: QueryDraft) => void;
}

const KINDS = [
  { value: 'drift' as const, label: 'Drift', description: 'Verdicts: what drifted, since when, by how much' },
  {
    value: 'distribution' as const,
    label: 'Distributions',
    description: 'The values themselves, now and in the baseline',
  },
];

const FORMATS = [
  { value: 'table' as const, label: 'Table', description: 'All figures; for the drift panel and for tables' },
  { value: 'timeseries' as const, label: 'Time series', description: 'The effect in thresholds, for each feature' },
  {
    value: 'alert' as const,
    label: 'Alert',
    description: 'One severity for each feature: 2 drift, 1 warning, 0 no drift',
  },
  { value: 'annotations' as const, label: 'Annotations', description: 'When features drifted' },
];

const WINDOWS = [
  { value: 'range', label: 'Whole time range' },
  { value: '1h', label: '1 hour' },
  { value: '6h', label: '6 hours' },
  { value: '1d', label: '1 day' },
  { value: '7d', label: '7 days' },
  { value: '28d', label: '28 days' },
];

/** What is asked, in which form it is answered, and how time is cut. */
export function ShapeFields({ draft, errors, canChooseFormat, onChange }: Props) {
  const isDrift = draft.kind !== 'distribution';
  return (
    <>
      <LabelledField label="Show" htmlFor="kind">
        <RadioButtonGroup<'drift' | 'distribution'>
          id="kind"
          aria-label="Show"
          options={KINDS}
          value={draft.kind === 'versions' ? undefined : (draft.kind ?? 'drift')}
          onChange={(kind) => onChange(withKind(draft, kind))}
        />
      </LabelledField>
      {isDrift && canChooseFormat && (
        <LabelledField label="As" htmlFor="format" error={errors.get('format')}>
          <Combobox
            id="format"
            width={18}
            options={FORMATS}
            value={draft.format ?? 'table'}
            onChange={(option) => onChange({ ...draft, format: option.value })}
          />
        </LabelledField>
      )}
      <LabelledField
        label="Each window"
        htmlFor="window"
        tooltip="The time range as one window, or cut into windows that are judged one by one. Only complete windows are judged."
        error={errors.get('window')}
      >
        <Combobox
          id="window"
          width={22}
          createCustomValue
          options={WINDOWS}
          value={draft.window ?? 'range'}
          onChange={(option) => onChange({ ...draft, window: option.value })}
        />
      </LabelledField>
      {!isDrift && (
        <NumberField
          id="bins"
          label="Bins"
          tooltip="At most so many bins or categories for each feature."
          step={1}
          defaultValue={40}
          value={draft.bins}
          error={errors.get('bins')}
          onChange={(bins) => onChange({ ...draft, bins })}
        />
      )}
    </>
  );
}

/** Keys that the other kind doesn't know are left out, since the schema is strict. */
function withKind(draft: QueryDraft, kind: 'drift' | 'distribution'): QueryDraft {
  const { bins, detail, format, ...shared } = draft;
  return kind === 'drift' ? { ...shared, kind, format: 'table', detail } : { ...shared, kind, bins };
}
