import React from 'react';
import type { FeatureSpec } from '../../../query/selection';
import { t } from '../../text';
import { PickField } from '../fields/PickField';
import { useCompletion } from '../fields/useCompletion';
import { variableOptions } from '../fields/variableOptions';
import { errorBelow } from '../features/errorBelow';
import type { FeatureProps } from '../features/FeatureProps';
import { useFirst } from '../useFirst';
import { firstVersion } from './firstVersion';

/** The label, field or column whose values are the versions. */
export function VersionPicker(props: FeatureProps) {
  const { resources, draft, errors, onChange, connection, description } = props;
  const { type } = connection;
  const write = (feature: FeatureSpec | undefined) => onChange({ ...draft, feature });
  useFirst(
    !Object.hasOwn(draft, 'feature') && (type === 'prometheus' || description.value !== undefined),
    () => firstVersion(resources, connection, draft, description.value?.fields ?? []),
    write
  );
  const error = draft.feature === undefined ? undefined : errorBelow(errors, 'feature');
  if (type === 'prometheus') {
    return <LabelOfMetric {...props} error={error} write={write} />;
  }
  const fields = (description.value?.fields ?? []).filter((field) => field.type !== 'time' && !field.identifier);
  return (
    <PickField
      id="version-field"
      label={t('versions.field', 'Version field')}
      tooltip={t('versions.fieldTooltip', 'The column or keyword field that contains the model version.')}
      error={error}
      width={32}
      custom={t('versions.custom', 'Custom name (variables supported)')}
      loading={description.loading}
      placeholder={t('versions.choose', 'Select a column')}
      options={[
        ...fields.map(({ name, evidence, type: found }) => ({ value: name, description: `${found}: ${evidence}` })),
        ...variableOptions(resources),
      ]}
      value={draft.feature?.name}
      onChange={(name) => write(name === undefined ? undefined : { name })}
    />
  );
}

interface LabelProps extends FeatureProps {
  error: string | undefined;
  write: (feature: FeatureSpec | undefined) => void;
}

function LabelOfMetric({ resources, draft, connection, error, write }: LabelProps) {
  const { metric, label } = draft.feature ?? {};
  const { matchers } = draft.current ?? {};
  const asked = { connection: connection.resolved, matchers };
  const metrics = useCompletion(resources, { ...asked, what: 'metric' });
  const labels = useCompletion(resources, { ...asked, what: 'label', metric });
  const set = (change: { metric?: string; label?: string }) => {
    const changed = { metric, label, ...change };
    const known = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
    write({ ...known, name: changed.label ?? changed.metric ?? '' });
  };
  return (
    <>
      <PickField
        id="version-metric"
        label={t('versions.metric', 'Call counter')}
        tooltip={t('versions.metricTooltip', 'A counter of calls, such as predictions_total.')}
        error={metrics.error ?? (metric === undefined ? undefined : error)}
        width={34}
        custom={t('metrics.metricCustom', 'Custom name (variables supported)')}
        placeholder={t('versions.counter', 'Select a counter')}
        options={metrics.options}
        value={metric}
        onChange={(chosen) => set({ metric: chosen })}
      />
      <PickField
        id="version-label"
        label={t('versions.label', 'Version label')}
        tooltip={t('versions.labelTooltip', 'The label of the counter that contains the model version.')}
        error={labels.error}
        width={24}
        custom={t('metrics.labelCustom', 'Use this label')}
        placeholder={t('versions.chooseLabel', 'Select a label')}
        options={labels.options}
        value={label}
        onChange={(chosen) => set({ label: chosen })}
      />
    </>
  );
}
