import React from 'react';
import { css } from '@emotion/css';
import { Button } from '@grafana/ui';
import type { Direction } from '../../../query/measure';
import type { MeasureDraft } from '../../ModelwatchQuery';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { TextField } from '../fields/TextField';
import { AggregateFields } from './AggregateFields';
import { DirectionField } from './DirectionField';
import { ExpressionFields } from './ExpressionFields';
import type { MeasureProps } from './MeasureProps';
import { renamedMeasure } from './renamedMeasure';

interface Props extends Omit<MeasureProps, 'onSet'> {
  /** Taken where the measure says none. */
  direction: Direction;
  onChange: (measure: MeasureDraft) => void;
  onRemove: () => void;
}

/** One number of each window: what it is, what it is called, which way off matters. */
export function MeasureRow({ direction, onChange, onRemove, ...props }: Props) {
  const { id, measure, errors, path } = props;
  const set = (change: Partial<MeasureDraft>) => onChange(renamedMeasure(measure, change));
  const Fields = measure.expr === undefined ? AggregateFields : ExpressionFields;
  return (
    <FieldRow>
      <Fields {...props} onSet={set} />
      <TextField
        id={`${id}-name`}
        label={t('measures.name', 'Name')}
        width={20}
        tooltip={t('measures.nameTooltip', 'Name of the measure in panels and alerts.')}
        placeholder={t('metrics.namePlaceholder', 'Enter a name')}
        value={measure.name}
        error={measure.expr === '' ? undefined : errors.get(`${path}.name`)}
        onChange={(name) => onChange({ ...measure, name })}
      />
      <DirectionField
        id={`${id}-direction`}
        value={measure.direction ?? direction}
        onChange={(chosen) => onChange({ ...measure, direction: chosen })}
      />
      <div className={styles.last}>
        <Button
          variant="secondary"
          icon="trash-alt"
          aria-label={t('metrics.remove', 'Remove {{name}}', { name: measure.name || 'number' })}
          onClick={onRemove}
        />
      </div>
    </FieldRow>
  );
}

/** Beside the controls, below the height of the labels. */
const styles = { last: css({ paddingTop: 23 }) };
