import React from 'react';
import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { FieldRow } from '../fields/FieldRow';
import { PickField } from '../fields/PickField';
import { useCompletion } from '../fields/useCompletion';
import { errorBelow } from '../features/errorBelow';
import { withLabel } from './withLabel';

type OutcomeMetrics = NonNullable<QueryDraft['outcomeMetrics']>;
const METRICS = ['outcomes', 'scores', 'absoluteError', 'squaredError', 'pinballLoss', 'insideInterval'] as const;

/** Over Prometheus: the metrics that count what became of predictions, and the labels that hold both classes. */
export function OutcomeMetricFields({ resources, draft, errors, onChange, connection }: FeatureProps) {
  const { outcomeMetrics = {}, prediction, label, positive, current = {} } = draft;
  const { matchers } = current;
  const asked = { connection: connection.resolved, matchers };
  const counter = outcomeMetrics.outcomes ?? outcomeMetrics.scores;
  const metrics = useCompletion(resources, { ...asked, what: 'metric' });
  const labels = useCompletion(resources, { ...asked, what: 'label', metric: counter });
  const classes = useCompletion(resources, { ...asked, what: 'value', metric: counter, label: label?.field });
  const set = (key: keyof OutcomeMetrics, metric: string | undefined) => {
    const kept = Object.entries({ ...outcomeMetrics, [key]: metric }).filter(([, value]) => value !== undefined);
    onChange({ ...draft, outcomeMetrics: kept.length > 0 ? Object.fromEntries(kept) : undefined });
  };
  const custom = t('features.custom', 'Custom value (variables supported)');
  const missing = errors.get('outcomeMetrics') ?? errors.get('prediction');
  return (
    <>
      <FieldRow>
        {METRICS.map((key) => (
          <PickField
            key={key}
            id={`outcome-${key}`}
            optional
            width={32}
            {...metricWords(key)}
            error={key === 'outcomes' ? (metrics.error ?? missing) : errorBelow(errors, `outcomeMetrics.${key}`)}
            custom={custom}
            placeholder={t('performance.chooseSeries', 'Select a metric')}
            options={metrics.options}
            value={outcomeMetrics[key]}
            onChange={(metric) => set(key, metric)}
          />
        ))}
      </FieldRow>
      <FieldRow>
        <PickField
          id="prediction"
          label={t('performance.predictionLabel', 'Label with prediction')}
          optional
          width={24}
          tooltip={t('performance.predictionLabelTooltip', 'Label of the outcome counter with the predicted class.')}
          error={labels.error}
          custom={custom}
          placeholder={t('versions.chooseLabel', 'Select a label')}
          options={labels.options}
          value={prediction}
          onChange={(name) => onChange({ ...draft, prediction: name })}
        />
        <PickField
          id="label"
          label={t('performance.actualLabel', 'Label with actual class')}
          width={24}
          tooltip={t(
            'performance.actualLabelTooltip',
            'Label of the counter and the score histogram with the ground truth.'
          )}
          error={errors.get('label.field') ?? errors.get('label')}
          custom={custom}
          placeholder={t('versions.chooseLabel', 'Select a label')}
          options={labels.options}
          value={label?.field === '' ? undefined : label?.field}
          onChange={(field) => onChange(withLabel(draft, { field }))}
        />
        <PickField
          id="positive"
          label={t('performance.positive', 'Positive class')}
          optional
          width={20}
          tooltip={t(
            'performance.positiveTooltip',
            'Class that precision, recall, and the score are about. Example: fraud.'
          )}
          error={errors.get('positive') ?? classes.error}
          custom={custom}
          placeholder={t('performance.choosePositive', 'Select a class')}
          options={classes.options}
          value={positive}
          onChange={(value) => onChange({ ...draft, positive: value })}
        />
      </FieldRow>
      <div role="note">
        {t(
          'performance.atLabelTime',
          'Prometheus counts outcomes when their labels arrive, not when predictions were made.'
        )}
      </div>
    </>
  );
}

function metricWords(key: (typeof METRICS)[number]): { label: string; tooltip: string } {
  switch (key) {
    case 'outcomes':
      return {
        label: t('performance.outcomes', 'Outcome counter'),
        tooltip: t(
          'performance.outcomesTooltip',
          'Counter of predictions by predicted and actual class. Example: predictions_labeled_total.'
        ),
      };
    case 'scores':
      return {
        label: t('performance.scores', 'Score histogram'),
        tooltip: t('performance.scoresTooltip', 'Histogram of scores by actual class. Needed for AUC and calibration.'),
      };
    case 'absoluteError':
      return {
        label: t('performance.absoluteError', 'Absolute error'),
        tooltip: t('performance.absoluteErrorTooltip', 'Histogram or summary of |prediction − actual|, for MAE.'),
      };
    case 'squaredError':
      return {
        label: t('performance.squaredError', 'Squared error'),
        tooltip: t('performance.squaredErrorTooltip', 'Histogram or summary of (prediction − actual)², for RMSE.'),
      };
    case 'pinballLoss':
      return {
        label: t('performance.pinballLoss', 'Pinball loss'),
        tooltip: t('performance.pinballLossTooltip', 'Histogram or summary of the pinball loss of each prediction.'),
      };
    case 'insideInterval':
      return {
        label: t('performance.insideInterval', 'Inside interval'),
        tooltip: t(
          'performance.insideIntervalTooltip',
          'Histogram or summary of 1 if the actual value lies in its predicted interval, else 0. Needed for coverage.'
        ),
      };
  }
}
