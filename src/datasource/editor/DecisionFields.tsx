import React from 'react';
import { EditorRow, EditorSwitch } from '@grafana/plugin-ui';
import { Combobox } from '@grafana/ui';
import { type Correction, decisionSchema } from '../../query/decision';
import type { DecisionDraft, QueryDraft } from '../ModelwatchQuery';
import type { DraftErrors } from '../validateDraft';
import { LabelledField } from './LabelledField';
import { NumberField } from './NumberField';
import { TextField } from './TextField';

interface Props {
  draft: QueryDraft;
  errors: DraftErrors;
  onChange: (draft: QueryDraft) => void;
}

const DEFAULTS = decisionSchema.parse({});

const CORRECTIONS: Array<{ value: Correction; label: string; description: string }> = [
  { value: 'bh', label: 'Benjamini-Hochberg', description: 'The usual choice' },
  { value: 'by', label: 'Benjamini-Yekutieli', description: 'Stricter, where features depend on one another' },
  { value: 'holm', label: 'Holm', description: 'Any false alarm in the window at alpha, even beside true ones' },
  { value: 'bonferroni', label: 'Bonferroni', description: 'As Holm, simpler and stricter' },
  { value: 'none', label: 'None', description: 'Many features raise many false alarms' },
];

const THRESHOLDS = [
  {
    key: 'wassersteinNormed',
    label: 'Shift of numbers',
    tooltip: 'In standard deviations of the baseline: from here on a shift matters.',
    step: 0.05,
  },
  {
    key: 'totalVariation',
    label: 'Shift of categories',
    tooltip: 'Share of the values that moved to other categories: 0.1 is 10 %.',
    step: 0.05,
  },
  {
    key: 'missingRate',
    label: 'Missing values',
    tooltip: 'Change of the share of missing values: 0.01 is one percentage point.',
    step: 0.01,
  },
  {
    key: 'ks',
    label: 'KS distance',
    tooltip: 'For numbers that have no standard deviation, such as those with infinite values.',
    step: 0.05,
  },
] as const;

/** How verdicts are reached; every number can be set. */
export function DecisionFields({ draft, errors, onChange }: Props) {
  const decision = draft.decision ?? {};
  const set = (change: Partial<DecisionDraft>) => {
    const changed = withoutUndefined({ ...decision, ...change });
    onChange({ ...draft, decision: Object.keys(changed).length > 0 ? changed : undefined });
  };
  const error = (key: string) => errors.get(`decision.${key}`);
  return (
    <>
      <EditorRow>
        <NumberField
          id="alpha"
          label="Alpha"
          tooltip="How often any alarm may be raised in a window in which nothing drifts: 0.05 is one window in twenty."
          defaultValue={DEFAULTS.alpha}
          value={decision.alpha}
          error={error('alpha')}
          onChange={(alpha) => set({ alpha })}
        />
        <LabelledField
          label="Correction"
          htmlFor="correction"
          tooltip="Makes up for looking at many features and segments at once."
          error={error('correction')}
        >
          <Combobox
            id="correction"
            width={26}
            options={CORRECTIONS}
            value={decision.correction ?? DEFAULTS.correction}
            onChange={(option) => set({ correction: option.value })}
          />
        </LabelledField>
        <NumberField
          id="minimum-sample"
          label="Minimum sample"
          tooltip="With fewer values on either side nothing is decided: too little data."
          step={1}
          defaultValue={DEFAULTS.minimumSample}
          value={decision.minimumSample}
          error={error('minimumSample')}
          onChange={(minimumSample) => set({ minimumSample })}
        />
        <LabelledField
          label="Strict"
          htmlFor="strict"
          tooltip="Where buckets are so coarse that they could hide a shift: say inconclusive instead of no drift."
        >
          <EditorSwitch
            id="strict"
            value={decision.strict ?? DEFAULTS.strict}
            onChange={(event) => set({ strict: event.currentTarget.checked || undefined })}
          />
        </LabelledField>
      </EditorRow>
      <EditorRow>
        {THRESHOLDS.map(({ key, label, tooltip, step }) => (
          <NumberField
            key={key}
            id={`threshold-${key}`}
            label={label}
            tooltip={`Threshold. ${tooltip}`}
            step={step}
            defaultValue={DEFAULTS.thresholds[key]}
            value={decision.thresholds?.[key]}
            error={error(`thresholds.${key}`)}
            onChange={(value) =>
              set({ thresholds: emptyToUndefined(withoutUndefined({ ...decision.thresholds, [key]: value })) })
            }
          />
        ))}
      </EditorRow>
      <EditorRow>
        {draft.kind !== 'distribution' && draft.format === 'table' && (
          <LabelledField
            label="Every test"
            htmlFor="detail"
            tooltip="A row for every test instead of the deciding one alone."
          >
            <EditorSwitch
              id="detail"
              value={draft.detail ?? false}
              onChange={(event) => onChange({ ...draft, detail: event.currentTarget.checked || undefined })}
            />
          </LabelledField>
        )}
        <TextField
          id="delay"
          label="Delay"
          optional
          width={14}
          placeholder="0"
          tooltip="Data this young may still be incomplete: windows that end later are not judged yet. For example 2h."
          value={draft.delay ?? ''}
          error={errors.get('delay')}
          onChange={(delay) => onChange({ ...draft, delay: delay === '' ? undefined : delay })}
        />
        <TextField
          id="timezone"
          label="Time zone"
          optional
          width={22}
          placeholder="UTC"
          tooltip="Where windows of a day or more begin at midnight: UTC, America/New_York, Europe/Berlin."
          value={draft.timezone ?? ''}
          error={errors.get('timezone')}
          onChange={(timezone) => onChange({ ...draft, timezone: timezone === '' ? undefined : timezone })}
        />
        <NumberField
          id="minimum-count"
          label="Minimum count"
          tooltip="Categories and bins seen fewer times are shown with the rest, so that no single case can be made out."
          step={1}
          defaultValue={0}
          value={draft.minimumCount}
          error={errors.get('minimumCount')}
          onChange={(minimumCount) => onChange({ ...draft, minimumCount })}
        />
      </EditorRow>
    </>
  );
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Value;
}

function emptyToUndefined<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
