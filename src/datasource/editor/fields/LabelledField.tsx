import React from 'react';
import { css } from '@emotion/css';
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
    <div className={error === undefined ? styles.field : styles.failed}>
      <EditorField {...props} error={error} invalid={error !== undefined}>
        {children}
      </EditorField>
    </div>
  );
}

/** A long message makes its field wider, never the page. */
const styles = {
  field: css({ minWidth: 0, maxWidth: '100%' }),
  failed: css({ minWidth: 0, maxWidth: 'min(100%, 440px)' }),
};
