import React from 'react';
import { css } from '@emotion/css';
import { Field, Input } from '@grafana/ui';
import type { FileConnectionSettings } from '../ModelwatchSettings';

interface Props {
  id: string;
  connection: FileConnectionSettings;
  isReadOnly: boolean;
  onChange: (connection: FileConnectionSettings) => void;
}

/** A folder on the machine where Grafana runs. */
export function FileConnectionFields({ id, connection, isReadOnly, onChange }: Props) {
  const isEmpty = connection.folder.trim() === '';
  return (
    <Field
      label="Folder"
      description="On the machine where Grafana runs. Files in it and below it can be read: CSV, newline-delimited JSON, JSON, Parquet."
      htmlFor={`${id}-folder`}
      required
      invalid={isEmpty}
      error={isEmpty ? 'Name a folder, such as /var/lib/models/logs' : undefined}
      noMargin
    >
      <Input
        id={`${id}-folder`}
        className={styles.folder}
        placeholder="/var/lib/models/logs"
        value={connection.folder}
        disabled={isReadOnly}
        onChange={(event) => onChange({ ...connection, folder: event.currentTarget.value })}
      />
    </Field>
  );
}

/** Wide enough for paths, and no wider than the page. */
const styles = { folder: css({ maxWidth: 480 }) };
