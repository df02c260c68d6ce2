import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, Field, IconButton, Input, useStyles2 } from '@grafana/ui';
import type { ConnectionSettings } from '../ModelwatchSettings';
import { nameError } from './connectionList';
import { FileConnectionFields } from './FileConnectionFields';

interface Props {
  name: string;
  connection: ConnectionSettings;
  otherNames: readonly string[];
  isReadOnly: boolean;
  onRename: (name: string) => void;
  onChange: (connection: ConnectionSettings) => void;
  onRemove: () => void;
}

const TYPE_NAMES: Readonly<Record<ConnectionSettings['type'], string>> = { file: 'Files' };

/** A connection: its name, and what its type needs. */
export function ConnectionEditor({ name, connection, otherNames, isReadOnly, onRename, onChange, onRemove }: Props) {
  const styles = useStyles2(getStyles);
  const [typed, setTyped] = useState<string | null>(null);
  const error = nameError(typed ?? name, otherNames);
  const commit = () => {
    if (typed !== null && error === undefined) {
      onRename(typed.trim());
    }
    setTyped(null);
  };
  const id = `connection-${name}`;
  return (
    <section className={styles.card} aria-label={`Connection ${name}`}>
      <div className={styles.head}>
        <Badge text={TYPE_NAMES[connection.type] ?? connection.type} color="blue" />
        <IconButton
          name="trash-alt"
          aria-label={`Remove the connection ${name}`}
          disabled={isReadOnly}
          onClick={onRemove}
        />
      </div>
      <Field
        label="Name"
        description="What queries call it."
        htmlFor={`${id}-name`}
        required
        invalid={error !== undefined}
        error={error}
        noMargin
      >
        <Input
          id={`${id}-name`}
          width={40}
          value={typed ?? name}
          disabled={isReadOnly}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      </Field>
      <TypeFields id={id} connection={connection} isReadOnly={isReadOnly} onChange={onChange} />
    </section>
  );
}

/** Other types of connections have their own fields here. */
function TypeFields(props: Pick<Props, 'connection' | 'isReadOnly' | 'onChange'> & { id: string }) {
  switch (props.connection.type) {
    case 'file':
      return <FileConnectionFields {...props} connection={props.connection} />;
    default:
      return null;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    maxWidth: 640,
    padding: theme.spacing(2),
    backgroundColor: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  head: css({ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }),
});
