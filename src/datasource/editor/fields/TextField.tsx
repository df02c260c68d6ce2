import React, { useState } from 'react';
import { Input } from '@grafana/ui';
import { LabelledField } from './LabelledField';

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  tooltip?: string;
  error?: string;
  placeholder?: string;
  /** In units of eight pixels. */
  width?: number;
  optional?: boolean;
}

/** A text that counts once the field is left or Enter is pressed, so that no query runs on half a word. */
export function TextField({ id, label, value, onChange, tooltip, error, placeholder, width = 24, optional }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed.trim() !== value) {
      onChange(typed.trim());
    }
    setTyped(null);
  };
  return (
    <LabelledField label={label} htmlFor={id} tooltip={tooltip} error={error} optional={optional}>
      <Input
        id={id}
        width={width}
        value={typed ?? value}
        placeholder={placeholder}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </LabelledField>
  );
}
