import React from 'react';
import { css } from '@emotion/css';
import { Button } from '@grafana/ui';
import type { MeasureDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import type { FeatureProps } from '../features/FeatureProps';
import { Controls } from '../fields/Controls';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { useFirst } from '../useFirst';
import { firstMeasure } from './firstMeasure';
import { MeasureRow } from './MeasureRow';
import { MetricMeasurePicker } from './MetricMeasurePicker';

/** The numbers that are compared with those of the same time before. */
export function MeasureList(props: FeatureProps) {
  const { resources, draft, errors, onChange, connection, description } = props;
  const measures = draft.measures ?? [];
  const write = (changed: MeasureDraft[]) => onChange({ ...draft, measures: changed });
  const add = (measure: MeasureDraft) => write([...measures, measure]);
  const isPrometheus = connection.type === 'prometheus';
  // A list that was emptied by hand stays empty: only a query that never had one begins with something.
  useFirst(
    !Object.hasOwn(draft, 'measures') && connection.type !== undefined,
    () => firstMeasure(resources, connection, draft),
    (found) => write([found])
  );
  const label = measures.length === 0 ? t('measures.label', 'Measures') : t('measures.more', 'More measures');
  return (
    <div className={styles.list}>
      {measures.map((measure, place) => (
        <MeasureRow
          key={place}
          id={`measure-${place}`}
          path={`measures.${place}`}
          resources={resources}
          description={description}
          measure={measure}
          errors={errors}
          direction={draft.decision?.direction ?? 'both'}
          onChange={(changed) => write(measures.map((old, index) => (index === place ? changed : old)))}
          onRemove={() => write(measures.filter((_, index) => index !== place))}
        />
      ))}
      <FieldRow>
        {isPrometheus && <MetricMeasurePicker {...props} onPick={add} />}
        <LabelledField
          label={label}
          htmlFor="add-measure"
          tooltip={t(
            'measures.tooltip',
            'Values monitored over time, such as calls, latency, errors, or memory. One value per window and segment.'
          )}
          error={Object.hasOwn(draft, 'measures') ? errors.get('measures') : undefined}
        >
          <Controls id="add-measure" label={label}>
            <Button
              variant="secondary"
              icon="plus"
              onClick={() =>
                add(isPrometheus ? { name: '', expr: '' } : { name: unusedName(measures), aggregate: 'count' })
              }
            >
              {isPrometheus ? t('measures.addExpression', 'PromQL') : t('measures.add', 'Measure')}
            </Button>
          </Controls>
        </LabelledField>
      </FieldRow>
    </div>
  );
}

/** Measures are told apart by their names: a second count is called otherwise. */
function unusedName(measures: readonly MeasureDraft[]): string {
  const names = new Set(measures.map(({ name }) => name));
  return names.has('calls') ? `calls ${measures.length + 1}` : 'calls';
}

const styles = { list: css({ flex: '3 1 320px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: 8 }) };
