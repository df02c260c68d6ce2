import React from 'react';
import { Checkbox, Stack } from '@grafana/ui';
import type { NumberForms } from '../../query/cellForms';
import { SteadyCombobox } from '../editor/fields/SteadyCombobox';
import { t } from '../text';
import { changeForms, formatOf, numberFormats } from './numberForms';

interface Props {
  id: string;
  value: NumberForms | undefined;
  disabled?: boolean;
  onChange: (value: NumberForms | undefined) => void;
}

/** How numbers are written in text: by an example, and what may stand beside them. */
export function NumberFormFields({ id, value, disabled, onChange }: Props) {
  const set = (change: NumberForms) => onChange(changeForms(value, change));
  const beside = [
    ['currency', t('numbers.currency', 'Currency, such as € 5')],
    ['percent', t('numbers.percent', 'Percent: 12% is 12')],
    ['duration', t('numbers.duration', 'Durations in seconds, such as 00:11:25')],
  ] as const;
  return (
    <Stack direction="row" gap={2} wrap="wrap" alignItems="center">
      <SteadyCombobox
        id={id}
        width={18}
        disabled={disabled}
        options={numberFormats.map(({ example }, index) => ({
          value: example,
          label: index === 0 ? t('numbers.usual', '{{example}} (default)', { example }) : example,
        }))}
        value={formatOf(value ?? {}).example}
        onChange={({ value: chosen }) => {
          const format = numberFormats.find(({ example }) => example === chosen) ?? numberFormats[0];
          set({ decimal: format.decimal, thousands: format.thousands });
        }}
      />
      {beside.map(([key, label]) => (
        <Checkbox
          key={key}
          label={label}
          value={Boolean(value?.[key])}
          disabled={disabled}
          onChange={({ currentTarget: { checked } }) => set({ [key]: checked })}
        />
      ))}
    </Stack>
  );
}
