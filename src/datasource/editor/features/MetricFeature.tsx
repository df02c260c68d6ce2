import React from 'react';
import { css } from '@emotion/css';
import { Button } from '@grafana/ui';
import type { FeatureSpec } from '../../../query/selection';
import type { Resources } from '../../resources';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { PickField } from '../fields/PickField';
import { TextField } from '../fields/TextField';
import { useCompletion } from '../fields/useCompletion';
import { MatcherFields } from '../selection/MatcherFields';
import { renamed } from './renamed';

interface Props {
  id: string;
  resources: Resources;
  connection: string | undefined;
  /** Those of the whole selection. */
  matchers: string | undefined;
  feature: FeatureSpec;
  error: string | undefined;
  onChange: (feature: FeatureSpec) => void;
  onRemove: () => void;
}

/** One feature of Prometheus: a metric, perhaps by a label, or an expression; and what it is called. */
export function MetricFeature(props: Props) {
  const { id, feature, error, onChange, onRemove } = props;
  const isExpression = feature.expr !== undefined;
  const set = (change: Partial<FeatureSpec>) => onChange(renamed(feature, change));
  return (
    <FieldRow>
      {isExpression ? (
        <div className={styles.wide}>
          <TextField
            id={`${id}-expr`}
            label={t('metrics.expression', 'PromQL')}
            width={48}
            tooltip={t(
              'metrics.expressionTooltip',
              'Any expression. $__range, $__interval, and variables are replaced. Samples are treated as numbers.'
            )}
            placeholder="sum by (le) (rate(latency_seconds_bucket[5m]))"
            value={feature.expr ?? ''}
            error={feature.expr === '' ? undefined : error}
            onChange={(expr) => set({ expr })}
          />
        </div>
      ) : (
        <MetricAndLabel {...props} onSet={set} />
      )}
      <TextField
        id={`${id}-name`}
        label={t('metrics.name', 'Name')}
        width={20}
        tooltip={t('metrics.nameTooltip', 'Name of the feature in panels and alerts.')}
        placeholder={t('metrics.namePlaceholder', 'Enter a name')}
        value={feature.name}
        error={isExpression && feature.expr !== '' && feature.name === '' ? error : undefined}
        onChange={(name) => onChange({ ...feature, name })}
      />
      <div className={styles.last}>
        {!isExpression && feature.matchers === undefined && (
          <Button
            variant="secondary"
            icon="filter"
            tooltip={t('metrics.filterTooltip', 'Label filters for this metric only')}
            aria-label={t('metrics.filter', 'Filter {{name}}', { name: feature.name || 'metric' })}
            onClick={() => onChange({ ...feature, matchers: '' })}
          />
        )}
        <Button
          variant="secondary"
          icon="trash-alt"
          aria-label={t('metrics.remove', 'Remove {{name}}', { name: feature.name || 'feature' })}
          onClick={onRemove}
        />
      </div>
    </FieldRow>
  );
}

function MetricAndLabel({
  id,
  resources,
  connection,
  matchers,
  feature,
  error,
  onSet,
}: Props & { onSet: (change: Partial<FeatureSpec>) => void }) {
  const { metric = '', label } = feature;
  const own = [matchers, feature.matchers].filter(Boolean).join(',');
  const metrics = useCompletion(resources, { connection, what: 'metric', matchers });
  const labels = useCompletion(resources, { connection, what: 'label', metric, matchers: own });
  return (
    <>
      <PickField
        id={`${id}-metric`}
        label={t('metrics.metric', 'Metric')}
        tooltip={t('metrics.metricTooltip', 'A histogram or summary by its base name, a counter, or a gauge.')}
        width={34}
        custom={t('metrics.metricCustom', 'Custom name (variables supported)')}
        placeholder={t('metrics.metricPlaceholder', 'Select a metric')}
        options={metrics.options}
        value={metric === '' ? undefined : metric}
        error={metrics.error ?? (metric === '' ? undefined : error)}
        onChange={(chosen) => onSet({ metric: chosen ?? '' })}
      />
      <PickField
        id={`${id}-label`}
        label={t('metrics.label', 'Category label')}
        optional
        tooltip={t(
          'metrics.labelTooltip',
          'A label whose values are the categories, such as class in predictions_total. Leave empty for a numeric metric.'
        )}
        width={20}
        custom={t('metrics.labelCustom', 'Use this label')}
        placeholder={t('metrics.labelPlaceholder', 'None (numeric)')}
        options={labels.options}
        value={label}
        onChange={(chosen) => onSet({ label: chosen })}
      />
      {feature.matchers !== undefined && (
        <MatcherFields
          id={`${id}-matchers`}
          label={t('metrics.matchers', 'Additional label filters')}
          tooltip={t('metrics.matchersTooltip', 'Applied in addition to the label filters of the query.')}
          resources={resources}
          connection={connection}
          metric={metric}
          value={feature.matchers}
          onChange={(changed) => onSet({ matchers: changed })}
        />
      )}
    </>
  );
}

const styles = {
  wide: css({ flex: '0 1 400px', minWidth: 0 }),
  /** Beside the controls, below the height of the labels. */
  last: css({ display: 'flex', gap: 8, paddingTop: 23 }),
};
