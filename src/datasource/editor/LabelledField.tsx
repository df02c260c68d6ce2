import React from 'react';
import { EditorField } from '@grafana/plugin-ui';

interface Props {
  label: string;
  /** Of the control inside. */
  htmlFor: string;
  /** One plain line of explanation behind an icon. */
  tooltip?: string;
  /** What is wrong with the value; shown beside it. */
  error?: string;
  width?: number;
  optional?: boolean;
  children: React.ReactElement<Record<string, unknown>>;
}

/** A control with its label, explanation and error. */
export function LabelledField({ error, children, ...props }: Props) {
  return (
    <EditorField {...props} error={error} invalid={error !== undefined}>
      {children}
    </EditorField>
  );
}
