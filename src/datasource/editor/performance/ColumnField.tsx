import React from 'react';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { PickField } from '../fields/PickField';
import { useCompletion } from '../fields/useCompletion';
import { variableOptions } from '../fields/variableOptions';

interface Props extends Pick<FeatureProps, 'resources' | 'draft' | 'connection' | 'description'> {
  id: string;
  label: string;
  tooltip: string;
  error: string | undefined;
  optional?: boolean;
  value: string | undefined;
  onChange: (name: string | undefined) => void;
}

/** A column of the predictions; over Prometheus a label of the metric that counts outcomes. */
export function ColumnField({ resources, draft, connection, description, value, ...field }: Props) {
  const { outcomeMetrics, current = {} } = draft;
  const metric = outcomeMetrics?.outcomes ?? outcomeMetrics?.scores;
  const labels = useCompletion(resources, {
    ...{ connection: connection.resolved, matchers: current.matchers, what: 'label' },
    metric,
  });
  const columns = (description.value?.fields ?? []).map(({ name, type, evidence }) => ({
    value: name,
    description: `${type}: ${evidence}`,
  }));
  return (
    <PickField
      {...field}
      width={24}
      custom={t('features.custom', 'Custom value (variables supported)')}
      loading={description.loading}
      placeholder={t('versions.choose', 'Select a column')}
      options={connection.type === 'prometheus' ? labels.options : [...columns, ...variableOptions(resources)]}
      value={value === '' ? undefined : value}
    />
  );
}
