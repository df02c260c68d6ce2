import React from 'react';
import {
  type Significance,
  significanceSchema,
  USUAL_FALSE_ALARM_EVERY,
  USUAL_SEASONS,
} from '../../../query/driftDecision';
import type { DecisionDraft, QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { ExcludeField } from '../fields/ExcludeField';
import { LabelledField } from '../fields/LabelledField';
import { NumberField } from '../fields/NumberField';
import { SteadyCombobox } from '../fields/SteadyCombobox';
import { TextField } from '../fields/TextField';
import type { SectionProps } from '../SectionProps';
import { withDecision } from './withDecision';
import { recommendedSignificance, withSignificance } from './withSignificance';

const CHOICES = significanceSchema.options;

/** What "significant" is measured by, and how much of the past that takes. Of drift alone. */
export function SignificanceField({ draft, errors, onChange }: Pick<SectionProps, 'draft' | 'errors' | 'onChange'>) {
  if ((draft.kind ?? 'drift') !== 'drift') {
    return null;
  }
  const significance = CHOICES.find((choice) => choice === draft.decision?.significance) ?? 'iid';
  const { falseAlarmEvery, calibration, exclude = [] } = draft.decision ?? {};
  const set = (change: DecisionDraft) => onChange(withDecision(draft, change));
  return (
    <>
      <LabelledField
        label={t('decision.significance', 'Significance method')}
        htmlFor="significance"
        tooltip={t(
          'decision.significanceTooltip',
          'How Modelwatch decides whether a difference is statistically significant.'
        )}
        error={errors.get('decision.significance')}
      >
        <SteadyCombobox
          id="significance"
          width={26}
          options={optionsFor(draft)}
          value={significance}
          onChange={({ value }) => onChange(withSignificance(draft, value))}
        />
      </LabelledField>
      {significance === 'sequential' && (
        <TextField
          id="false-alarm-every"
          label={t('decision.falseAlarmEvery', 'One false alarm per')}
          optional
          width={14}
          placeholder={USUAL_FALSE_ALARM_EVERY}
          tooltip={t(
            'decision.falseAlarmEveryTooltip',
            'Average time between false alarms of all features and segments together. Example: 90d.'
          )}
          value={falseAlarmEvery ?? ''}
          error={errors.get('decision.falseAlarmEvery')}
          onChange={(every) => set({ falseAlarmEvery: every === '' ? undefined : every })}
        />
      )}
      {significance !== 'iid' && (
        <NumberField
          id="calibration-seasons"
          label={t('decision.seasons', 'Seasons to learn from')}
          tooltip={t(
            'decision.seasonsTooltip',
            'Past seasons that show how much windows differ without drift. Example: 8 weeks.'
          )}
          step={1}
          defaultValue={USUAL_SEASONS}
          value={calibration?.seasons}
          error={errors.get('decision.calibration.seasons') ?? errors.get('decision.calibration')}
          onChange={(seasons) => set({ calibration: withSeasons(calibration, seasons) })}
        />
      )}
      {significance !== 'iid' && draft.baseline?.kind !== 'seasonal' && (
        <ExcludeField
          id="decision-exclude"
          entries={exclude}
          error={[...errors].find(([path]) => path.startsWith('decision.exclude'))?.[1]}
          onChange={(entries) => set({ exclude: entries })}
        />
      )}
    </>
  );
}

type Calibration = DecisionDraft['calibration'];

function withSeasons(calibration: Calibration, seasons: number | undefined): Calibration {
  const { seasons: _, ...rest } = calibration ?? {};
  const changed = { ...rest, ...(seasons !== undefined && { seasons }) };
  return Object.keys(changed).length === 0 ? undefined : changed;
}

function optionsFor(draft: QueryDraft) {
  const best = recommendedSignificance(draft);
  return CHOICES.map((value) => {
    const { label, description } = significanceWords(value);
    const advice = value === best ? ` ${t('decision.recommended', 'Recommended for this query.')}` : '';
    return { value, label, description: `${description}${advice}` };
  });
}

function significanceWords(value: Significance): { label: string; description: string } {
  const words: Record<Significance, { label: string; description: string }> = {
    iid: {
      label: t('decision.iid', 'Independent values'),
      description: t('decision.iidIs', 'Standard p-values, for one look at independent rows.'),
    },
    calibrated: {
      label: t('decision.calibrated', 'Past windows'),
      description: t(
        'decision.calibratedIs',
        'Compares with differences between past windows, so that seasons raise no false alarms. For panels over time.'
      ),
    },
    sequential: {
      label: t('decision.sequential', 'Sequential test'),
      description: t(
        'decision.sequentialIs',
        'Limits false alarms over a chosen time, regardless of the number of evaluations. For alert rules.'
      ),
    },
  };
  return words[value];
}
