import React from 'react';
import { type Direction, directionSchema } from '../../../query/measure';
import { t } from '../../text';
import { LabelledField } from '../fields/LabelledField';
import { SteadyCombobox } from '../fields/SteadyCombobox';

interface Props {
  id: string;
  value: Direction;
  onChange: (direction: Direction) => void;
}

/** Which way off matters. */
export function DirectionField({ id, value, onChange }: Props) {
  return (
    <LabelledField
      label={t('measures.direction', 'Alert direction')}
      htmlFor={id}
      tooltip={t(
        'measures.directionTooltip',
        'Direction that counts as a deviation. Example: below for traffic, above for latency.'
      )}
    >
      <SteadyCombobox
        id={id}
        width={16}
        options={directionSchema.options.map((direction) => ({ value: direction, label: directionWords(direction) }))}
        value={value}
        onChange={(option) => onChange(option.value)}
      />
    </LabelledField>
  );
}

function directionWords(direction: Direction): string {
  switch (direction) {
    case 'both':
      return t('measures.both', 'Above or below');
    case 'below':
      return t('measures.below', 'Below');
    case 'above':
      return t('measures.above', 'Above');
  }
}
