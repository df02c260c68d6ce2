import React from 'react';
import { performanceDecisionSchema } from '../../../query/performanceQuery';
import type { PerformanceDecisionDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { NumberField } from '../fields/NumberField';
import { SteadyCombobox } from '../fields/SteadyCombobox';
import type { SectionProps } from '../SectionProps';
import { withDecision } from './withDecision';

const DEFAULTS = performanceDecisionSchema.parse({});
type Significance = (typeof DEFAULTS)['significance'];
type ThresholdName = keyof (typeof DEFAULTS)['thresholds'];

const SIGNIFICANCES: readonly Significance[] = performanceDecisionSchema.shape.significance.unwrap().options;
const THRESHOLDS = Object.keys(DEFAULTS.thresholds) as ThresholdName[];

/** When a model is worse. */
export function PerformanceDecisionFields({ draft, errors, onChange }: SectionProps) {
  const decision: PerformanceDecisionDraft = { ...draft.decision, significance: significanceOf(draft.decision) };
  const error = (key: string) => errors.get(`decision.${key}`);
  const set = (change: PerformanceDecisionDraft) => onChange(withDecision(draft, change));
  return (
    <FieldRow>
      <LabelledField
        label={t('decision.significance', 'Significance method')}
        htmlFor="significance"
        tooltip={t('performance.significanceTooltip', 'How Modelwatch decides whether a drop is more than chance.')}
        error={error('significance')}
      >
        <SteadyCombobox
          id="significance"
          width={26}
          options={SIGNIFICANCES.map((value) => ({ value, ...significanceWords(value) }))}
          value={decision.significance ?? DEFAULTS.significance}
          onChange={({ value }) => set({ significance: value === DEFAULTS.significance ? undefined : value })}
        />
      </LabelledField>
      <NumberField
        id="alpha"
        label={t('decision.alpha', 'Significance level (α)')}
        tooltip={t('performance.alphaTooltip', 'False-alarm rate per window when the model is not worse.')}
        defaultValue={DEFAULTS.alpha}
        value={decision.alpha}
        error={error('alpha')}
        onChange={(alpha) => set({ alpha })}
      />
      <NumberField
        id="minimum-sample"
        label={t('decision.minimum', 'Minimum sample size')}
        tooltip={t('performance.minimumTooltip', 'Metrics over fewer labeled rows return "Not enough data".')}
        step={1}
        defaultValue={DEFAULTS.minimumSample}
        value={decision.minimumSample}
        error={error('minimumSample')}
        onChange={(minimumSample) => set({ minimumSample })}
      />
      {THRESHOLDS.map((key) => {
        const { label, tooltip } = thresholdWords(key);
        return (
          <NumberField
            key={key}
            id={`threshold-${key}`}
            label={label}
            tooltip={tooltip}
            defaultValue={DEFAULTS.thresholds[key]}
            value={decision.thresholds?.[key]}
            error={error(`thresholds.${key}`)}
            onChange={(value) => set({ thresholds: withThreshold(decision.thresholds, key, value) })}
          />
        );
      })}
    </FieldRow>
  );
}

/** What this kind knows of it: another kind may have left its own. */
function significanceOf(decision: { significance?: string } | undefined): Significance | undefined {
  return SIGNIFICANCES.find((known) => known === decision?.significance);
}

function significanceWords(value: Significance): { label: string; description: string } {
  switch (value) {
    case 'blocks':
      return {
        label: t('performance.blocks', 'Blocks of days'),
        description: t(
          'performance.blocksIs',
          'Rows of one day may depend on each other, such as flights in one storm (default)'
        ),
      };
    case 'iid':
      return {
        label: t('performance.iid', 'Independent rows'),
        description: t(
          'performance.iidIs',
          'Finds smaller drops, with false alarms if rows of one day depend on each other'
        ),
      };
  }
}

function thresholdWords(key: ThresholdName): { label: string; tooltip: string } {
  switch (key) {
    case 'drop':
      return {
        label: t('performance.drop', 'Drop threshold'),
        tooltip: t(
          'performance.dropTooltip',
          'Accuracy, F1, AUC, and other metrics up to 1. 0.05 = 5 percentage points.'
        ),
      };
    case 'loss':
      return {
        label: t('performance.loss', 'Loss threshold'),
        tooltip: t('performance.lossTooltip', 'Relative growth of a loss such as MAE or log loss. 0.1 = 10%.'),
      };
    case 'calibration':
      return {
        label: t('performance.calibration', 'Calibration threshold'),
        tooltip: t('performance.calibrationTooltip', 'Growth of the calibration error above chance. Example: 0.02.'),
      };
    case 'bias':
      return {
        label: t('performance.bias', 'Bias threshold'),
        tooltip: t(
          'performance.biasTooltip',
          "Change of a forecast's bias, in standard deviations of the baseline's errors."
        ),
      };
  }
}

function withThreshold(
  thresholds: PerformanceDecisionDraft['thresholds'],
  key: ThresholdName,
  value: number | undefined
): PerformanceDecisionDraft['thresholds'] {
  const set = Object.entries({ ...thresholds, [key]: value }).filter(([, inner]) => inner !== undefined);
  return set.length === 0 ? undefined : Object.fromEntries(set);
}
