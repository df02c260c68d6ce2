import React from 'react';
import type { BaselineDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { DraftErrors } from '../../validateDraft';
import { NumberField } from '../fields/NumberField';
import { PickField } from '../fields/PickField';
import { ExcludeField } from '../fields/ExcludeField';

type Seasonal = Extract<BaselineDraft, { kind: 'seasonal' }>;

interface Props {
  baseline: Seasonal;
  errors: DraftErrors;
  set: (baseline: Seasonal) => void;
}

/** The same time of past periods: how long they are, how many, and which of them are left out. */
export function SeasonalFields({ baseline, errors, set }: Props) {
  const excluded = [...errors].find(([path]) => path.startsWith('baseline.exclude'))?.[1];
  return (
    <>
      <PickField
        id="baseline-period"
        label={t('baseline.period', 'Period')}
        tooltip={t('baseline.periodTooltip', '1w: the same time every week. 1d: the same time every day.')}
        error={errors.get('baseline.period')}
        width={14}
        custom={t('baseline.offsetCustom', 'Use this duration (variables supported)')}
        placeholder="1w"
        options={['1d', '1w', '4w', '52w'].map((value) => ({ value }))}
        value={baseline.period}
        onChange={(period) => set({ ...baseline, period })}
      />
      <NumberField
        id="baseline-count"
        label={t('baseline.count', 'Number of periods')}
        tooltip={t('baseline.countTooltip', 'Number of past periods that form the baseline, from 1 to 52.')}
        step={1}
        defaultValue={4}
        value={baseline.count}
        error={errors.get('baseline.count')}
        onChange={(count) => set({ ...baseline, count })}
      />
      <ExcludeField
        id="baseline-exclude"
        entries={baseline.exclude ?? []}
        error={excluded}
        onChange={(exclude) => set({ ...baseline, exclude })}
      />
    </>
  );
}
