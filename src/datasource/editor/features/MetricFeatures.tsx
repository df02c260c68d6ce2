import React from 'react';
import { css } from '@emotion/css';
import { Button } from '@grafana/ui';
import type { FeatureSpec } from '../../../query/selection';
import { t } from '../../text';
import { Controls } from '../fields/Controls';
import { LabelledField } from '../fields/LabelledField';
import { errorBelow } from './errorBelow';
import type { FeatureProps } from './FeatureProps';
import { MetricFeature } from './MetricFeature';

/** Features that are metrics: a histogram or counter by its name, a label's values, or free PromQL. */
export function MetricFeatures({ resources, draft, errors, onChange, connection }: FeatureProps) {
  const current = draft.current ?? {};
  const features = current.features ?? [];
  const write = (changed: readonly FeatureSpec[]) =>
    onChange({ ...draft, current: { ...current, features: changed.length > 0 ? [...changed] : undefined } });
  const add = (feature: FeatureSpec) => write([...features, feature]);
  const label = features.length === 0 ? t('features.label', 'Features') : t('features.more', 'More features');
  return (
    <div className={styles.list}>
      {features.map((feature, place) => (
        <MetricFeature
          key={place}
          id={`feature-${place}`}
          resources={resources}
          connection={connection.resolved}
          matchers={current.matchers}
          feature={feature}
          error={errorBelow(errors, `current.features.${place}`)}
          onChange={(changed) => write(features.map((old, index) => (index === place ? changed : old)))}
          onRemove={() => write(features.filter((_, index) => index !== place))}
        />
      ))}
      <LabelledField
        label={label}
        htmlFor="add-feature"
        tooltip={t(
          'metrics.tooltip',
          'Histograms, summaries, and gauges are numeric. A counter becomes categorical by one of its labels. Leave empty for all histograms and summaries that match the label filters.'
        )}
      >
        <Controls id="add-feature" label={label} className={styles.buttons}>
          <Button variant="secondary" icon="plus" onClick={() => add({ name: '', metric: '' })}>
            {t('metrics.add', 'Metric')}
          </Button>
          <Button variant="secondary" icon="plus" onClick={() => add({ name: '', expr: '' })}>
            {t('metrics.addExpression', 'PromQL')}
          </Button>
          {features.length === 0 && (
            <span className={styles.note}>{t('metrics.all', 'All histograms and summaries')}</span>
          )}
        </Controls>
      </LabelledField>
    </div>
  );
}

const styles = {
  list: css({ flex: '3 1 320px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: 8 }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }),
  note: css({ opacity: 0.75, fontSize: 12 }),
};
