import React from 'react';
import { EditorSwitch } from '@grafana/plugin-ui';
import { decisionSchema } from '../../../query/decision';
import type { DecisionDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { NumberField } from '../fields/NumberField';
import type { SectionProps } from '../SectionProps';
import { SteadyCombobox } from '../fields/SteadyCombobox';
import { decisionWords } from './decisionWords';
import { SignificanceField } from './SignificanceField';
import { withDecision } from './withDecision';

const DEFAULTS = decisionSchema.parse({});

/** How verdicts are reached; every number can be set. */
export function DecisionFields({ draft, errors, onChange }: SectionProps) {
  const { corrections, thresholds } = decisionWords();
  const decision = draft.decision ?? {};
  const set = (change: DecisionDraft) => onChange(withDecision(draft, change));
  const error = (key: string) => errors.get(`decision.${key}`);
  return (
    <>
      <FieldRow>
        <NumberField
          id="alpha"
          label={t('decision.alpha', 'Significance level (α)')}
          tooltip={t(
            'decision.alphaTooltip',
            'False-alarm rate per window when nothing drifts. Requires a correction.'
          )}
          defaultValue={DEFAULTS.alpha}
          value={decision.alpha}
          error={error('alpha')}
          onChange={(alpha) => set({ alpha })}
        />
        <LabelledField
          label={t('decision.correction', 'Correction for multiple tests')}
          htmlFor="correction"
          tooltip={t('decision.correctionTooltip', 'Limits false alarms across features and segments.')}
          error={error('correction')}
        >
          <SteadyCombobox
            id="correction"
            width={26}
            options={corrections}
            value={decision.correction ?? DEFAULTS.correction}
            onChange={(option) => set({ correction: option.value })}
          />
        </LabelledField>
        <SignificanceField draft={draft} errors={errors} onChange={onChange} />
        <NumberField
          id="minimum-sample"
          label={t('decision.minimum', 'Minimum sample size')}
          tooltip={t('decision.minimumTooltip', 'Smaller samples return "Not enough data".')}
          step={1}
          defaultValue={DEFAULTS.minimumSample}
          value={decision.minimumSample}
          error={error('minimumSample')}
          onChange={(minimumSample) => set({ minimumSample })}
        />
        <LabelledField
          label={t('decision.strict', 'Strict bucket handling')}
          htmlFor="strict"
          tooltip={t(
            'decision.strictTooltip',
            'Returns "Inconclusive" instead of "No drift" where buckets are coarse enough to hide a shift.'
          )}
        >
          <EditorSwitch
            id="strict"
            value={decision.strict ?? DEFAULTS.strict}
            onChange={(event) => set({ strict: event.currentTarget.checked || undefined })}
          />
        </LabelledField>
      </FieldRow>
      <FieldRow>
        {thresholds.map(({ key, label, tooltip, step }) => (
          <NumberField
            key={key}
            id={`threshold-${key}`}
            label={label}
            tooltip={t('decision.threshold', 'Threshold. {{what}}', { what: tooltip })}
            step={step}
            defaultValue={DEFAULTS.thresholds[key]}
            value={decision.thresholds?.[key]}
            error={error(`thresholds.${key}`)}
            onChange={(value) =>
              set({ thresholds: emptyToUndefined(withoutUndefined({ ...decision.thresholds, [key]: value })) })
            }
          />
        ))}
        <NumberField
          id="power"
          label={t('decision.power', 'Minimum power')}
          tooltip={t(
            'decision.powerTooltip',
            'Required probability of detecting a shift of three thresholds (default).'
          )}
          step={0.05}
          defaultValue={DEFAULTS.power}
          value={decision.power}
          error={error('power')}
          onChange={(power) => set({ power })}
        />
      </FieldRow>
    </>
  );
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Value;
}

function emptyToUndefined<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
