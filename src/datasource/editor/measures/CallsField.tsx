import React from 'react';
import { t } from '../../text';
import { TextField } from '../fields/TextField';
import type { MeasureProps } from './MeasureProps';

/** Of how many calls a number is: what chance makes of a share or a percentile depends on it. */
export function CallsField({
  id,
  measure,
  path,
  errors,
  onSet,
}: Pick<MeasureProps, 'id' | 'measure' | 'path' | 'errors' | 'onSet'>) {
  const isExpression = measure.expr !== undefined;
  return (
    <TextField
      id={`${id}-of`}
      label={t('measures.of', 'Call count')}
      optional
      width={26}
      tooltip={
        isExpression
          ? t(
              'measures.ofExpressionTooltip',
              'Number of calls behind this share or percentile: another measure, or PromQL. Allows for random variation when calls are few.'
            )
          : t(
              'measures.ofTooltip',
              'A measure that counts all calls, such as calls. The count then becomes a share of them.'
            )
      }
      placeholder={isExpression ? 'sum(increase(predictions_total[$__window]))' : 'calls'}
      value={measure.of ?? ''}
      error={errors.get(`${path}.of`)}
      onChange={(of) => onSet({ of })}
    />
  );
}
