import React, { useState } from 'react';
import { Input } from '@grafana/ui';
import { LabelledField } from './LabelledField';

interface Props {
  id: string;
  label: string;
  /** Undefined: the default, which the placeholder names. */
  value: number | undefined;
  defaultValue?: number;
  /** Where there is no default. */
  placeholder?: string;
  onChange: (value: number | undefined) => void;
  tooltip: string;
  error?: string;
  step?: number;
}

/** A number with a default: an empty field means the default. */
export function NumberField({
  id,
  label,
  value,
  defaultValue,
  onChange,
  tooltip,
  error,
  step = 0.01,
  placeholder = '',
}: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null) {
      const number = Number(typed);
      onChange(typed.trim() === '' || Number.isNaN(number) ? undefined : number);
    }
    setTyped(null);
  };
  return (
    <LabelledField label={label} htmlFor={id} tooltip={tooltip} error={error}>
      <Input
        id={id}
        type="number"
        width={14}
        step={step}
        value={typed ?? value ?? ''}
        placeholder={defaultValue === undefined ? placeholder : String(defaultValue)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </LabelledField>
  );
}
