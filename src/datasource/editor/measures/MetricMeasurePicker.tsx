import React, { useRef } from 'react';
import type { MeasureDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { PickField } from '../fields/PickField';
import { useCompletion } from '../fields/useCompletion';
import { measureOfMetric } from './measureOfMetric';

interface Props extends FeatureProps {
  onPick: (measure: MeasureDraft) => void;
}

/** Writes the usual PromQL of a metric that is picked. */
export function MetricMeasurePicker({ resources, draft, connection, onPick }: Props) {
  const { matchers } = draft.current ?? {};
  const { options, error } = useCompletion(resources, { connection: connection.resolved, what: 'metric', matchers });
  const described = useRef(new Map<string, string>());
  const remembering = async (typed: string) => {
    const found = await options(typed);
    found.forEach(({ value, description = '' }) => described.current.set(value, description));
    return found;
  };
  return (
    <PickField
      id="measure-of-metric"
      label={t('measures.ofMetric', 'Measure from metric')}
      tooltip={t(
        'measures.ofMetricTooltip',
        'Generates PromQL: event count of a counter, 95th percentile of a histogram, or mean of a gauge.'
      )}
      width={34}
      placeholder={t('metrics.metricPlaceholder', 'Select a metric')}
      error={error}
      options={remembering}
      value={undefined}
      onChange={(metric) => {
        if (metric !== undefined) {
          const { segmentBy } = draft;
          onPick(measureOfMetric(metric, described.current.get(metric) ?? '', { matchers, segmentBy }));
        }
      }}
    />
  );
}
