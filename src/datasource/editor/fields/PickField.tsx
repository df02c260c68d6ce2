import React from 'react';
import type { ComboboxOption } from '@grafana/ui';
import { LabelledField } from './LabelledField';
import { SteadyCombobox } from './SteadyCombobox';

type Options = ComboboxOption[] | ((typed: string) => Promise<ComboboxOption[]>);

interface Props {
  id: string;
  label: string;
  tooltip?: string;
  error?: string;
  optional?: boolean;
  /** In units of eight pixels. */
  width: number;
  value: string | undefined;
  options: Options;
  loading?: boolean;
  placeholder?: string;
  /** What is said of a value that is typed instead of picked; without it only what is listed can be chosen. */
  custom?: string;
  onChange: (value: string | undefined) => void;
}

/** A value picked from a list, or typed where that is allowed. Clearing it means the default. */
export function PickField({
  id,
  label,
  tooltip,
  error,
  optional,
  options,
  value,
  custom,
  onChange,
  ...control
}: Props) {
  return (
    <LabelledField label={label} htmlFor={id} tooltip={tooltip} error={error} optional={optional}>
      <SteadyCombobox
        {...control}
        id={id}
        isClearable
        createCustomValue={custom !== undefined}
        customValueDescription={custom}
        options={withChosen(options, value)}
        value={value ?? null}
        onChange={(option: ComboboxOption | null) => onChange(option?.value)}
      />
    </LabelledField>
  );
}

/** What is chosen stays visible where the list doesn't have it (any more). */
function withChosen(options: Options, value: string | undefined): Options {
  return typeof options === 'function' || value === undefined || options.some((option) => option.value === value)
    ? options
    : [...options, { value }];
}
