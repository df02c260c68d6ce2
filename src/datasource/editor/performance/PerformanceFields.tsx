import React from 'react';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { FieldRow } from '../fields/FieldRow';
import type { AskedRange } from '../SectionProps';
import { ComparisonSection } from './ComparisonSection';
import { LabelFields } from './LabelFields';
import { useLabelPlace } from './labelPlace';
import { LabelPlaceFields } from './LabelPlaceFields';
import { MetricFields } from './MetricFields';
import { OutcomeMetricFields } from './OutcomeMetricFields';
import { PositiveField } from './PositiveField';
import { RoleField } from './RoleField';
import { ScoreFields } from './ScoreFields';
import { SuggestionBar } from './SuggestionBar';
import { useValues } from './useValues';

/** Which columns hold the prediction, its score and the truth, where the truth is, and what is measured. */
export function PerformanceFields(props: FeatureProps & { range: AskedRange }) {
  const { resources, draft, errors, onChange, connection, description, range } = props;
  const { prediction, label, current = {} } = draft;
  const place = useLabelPlace(resources, draft, connection.type, description);
  const classes = useClasses(props, range);
  if (connection.type === 'prometheus') {
    return (
      <>
        <OutcomeMetricFields {...props} />
        {label?.field ? <MetricFields {...props} /> : null}
        {label?.field ? <ComparisonSection {...props} classes={classes} /> : null}
      </>
    );
  }
  const isRegression = draft.task === 'regression';
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
        {!isRegression && <ScoreFields {...props} classes={classes} />}
        {!isRegression && <PositiveField {...props} classes={classes} />}
      </FieldRow>
      <LabelPlaceFields {...props} place={place} />
      <LabelFields {...props} place={place} classes={classes} />
      {label?.field ? <MetricFields {...props} /> : null}
      {label?.field ? <ComparisonSection {...props} classes={classes} /> : null}
    </>
  );
}

/** Values of the label column, where it is beside the predictions; else those of the prediction. */
function useClasses(props: FeatureProps, range: AskedRange): readonly string[] {
  const { label, prediction } = props.draft;
  const isElsewhere = label?.path !== undefined || label?.index !== undefined;
  return useValues(props, (isElsewhere ? undefined : label?.field) || prediction, range);
}
