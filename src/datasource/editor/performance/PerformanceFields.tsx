import React from 'react';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { FieldRow } from '../fields/FieldRow';
import { PickField } from '../fields/PickField';
import { useLoaded } from '../fields/useLoaded';
import { variableOptions } from '../fields/variableOptions';
import type { AskedRange } from '../SectionProps';
import { LabelFields } from './LabelFields';
import { useLabelPlace } from './labelPlace';
import { LabelPlaceFields } from './LabelPlaceFields';
import { MetricFields } from './MetricFields';
import { OutcomeMetricFields } from './OutcomeMetricFields';
import { RoleField } from './RoleField';
import { SuggestionBar } from './SuggestionBar';
import { classOfScore } from './suggestRoles';

/** Which columns hold the prediction, its score and the truth, where the truth is, and what is measured. */
export function PerformanceFields(props: FeatureProps & { range: AskedRange }) {
  const { resources, draft, errors, onChange, connection, description, range } = props;
  const { prediction, score, positive, label, current = {} } = draft;
  const place = useLabelPlace(resources, draft, connection.type, description);
  const classes = useClasses(props, range);
  if (connection.type === 'prometheus') {
    return (
      <>
        <OutcomeMetricFields {...props} />
        {label?.field ? <MetricFields {...props} /> : null}
      </>
    );
  }
  const isRegression = draft.task === 'regression';
  const likely = classOfScore(typeof score === 'string' ? score : undefined, classes);
  const shared = { resources, description };
  return (
    <>
      {current.path !== undefined || current.index !== undefined ? (
        <SuggestionBar draft={draft} description={description.value} onChange={onChange} />
      ) : null}
      <FieldRow>
        <RoleField
          {...shared}
          id="prediction"
          role="prediction"
          label={t('performance.prediction', 'Prediction')}
          tooltip={t('performance.predictionTooltip', 'Predicted class or number. Optional if there is a score.')}
          error={errors.get('prediction')}
          value={prediction}
          onChange={(name) => onChange({ ...draft, prediction: name })}
        />
        {!isRegression && (
          <RoleField
            {...shared}
            id="score"
            role="score"
            optional
            label={t('performance.score', 'Score')}
            tooltip={t(
              'performance.scoreTooltip',
              'Probability of the positive class, from 0 to 1. Needed for AUC and calibration.'
            )}
            error={errors.get('score')}
            value={typeof score === 'string' ? score : undefined}
            onChange={(name) => onChange({ ...draft, score: name })}
          />
        )}
        {!isRegression && (
          <PickField
            id="positive"
            label={t('performance.positive', 'Positive class')}
            optional
            width={20}
            tooltip={t(
              'performance.positiveTooltip',
              'Class that precision, recall, and the score are about. Example: fraud.'
            )}
            error={errors.get('positive')}
            custom={t('features.custom', 'Custom value (variables supported)')}
            placeholder={likely === undefined ? t('performance.choosePositive', 'Select a class') : likely}
            options={[
              ...classes.map((value) => ({
                value,
                description:
                  value === likely ? t('performance.likelyClass', 'Matches the name of the score') : undefined,
              })),
              ...variableOptions(resources),
            ]}
            value={positive}
            onChange={(value) => onChange({ ...draft, positive: value })}
          />
        )}
      </FieldRow>
      <LabelPlaceFields {...props} place={place} />
      <LabelFields {...props} place={place} classes={classes} />
      {label?.field ? <MetricFields {...props} /> : null}
    </>
  );
}

/** Values of the label column, where it is beside the predictions; else those of the prediction. */
function useClasses(
  { resources, draft }: Pick<FeatureProps, 'resources' | 'draft'>,
  range: AskedRange
): readonly string[] {
  const { current = {}, label, prediction } = draft;
  const isElsewhere = label?.path !== undefined || label?.index !== undefined;
  const field = (isElsewhere ? undefined : label?.field) || prediction;
  const asked = field && !field.includes('$') ? { current, field } : null;
  const { value } = useLoaded(asked === null ? null : JSON.stringify([asked, range.key]), () =>
    resources.values(current, field ?? '', range)
  );
  return value ?? [];
}
