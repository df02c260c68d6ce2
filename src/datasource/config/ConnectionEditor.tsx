import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, Field, IconButton, Input, useStyles2 } from '@grafana/ui';
import { t } from '../text';
import type { ConnectionProps } from './ConnectionProps';
import { connectionTypeName } from './connectionTypeName';
import { FileConnectionFields } from './FileConnectionFields';
import { isStored, nameProblem, secretsOf } from './settings';
import { StoreConnectionFields } from './StoreConnectionFields';

interface Props extends ConnectionProps {
  otherNames: readonly string[];
  onRename: (name: string) => void;
  onRemove: () => void;
}

/** A connection: its name, and what its type needs. */
export function ConnectionEditor({ otherNames, onRename, onRemove, ...props }: Props) {
  const { name, connection, settings, isReadOnly } = props;
  const styles = useStyles2(getStyles);
  const [typed, setTyped] = useState<string | null>(null);
  const problem = nameProblem(typed ?? name, otherNames);
  const commit = () => {
    if (typed !== null && problem === undefined && typed.trim() !== name) {
      onRename(typed.trim());
    }
    setTyped(null);
  };
  const losesSecrets =
    typed !== null && typed.trim() !== name && secretsOf(settings, name).some((what) => isStored(settings, name, what));
  return (
    <section className={styles.card} aria-label={t('config.connection', 'Connection {{name}}', { name })}>
      <div className={styles.head}>
        <Badge text={connectionTypeName(connection.type)} color="blue" />
        <IconButton
          name="trash-alt"
          aria-label={t('config.remove', 'Remove connection {{name}}', { name })}
          disabled={isReadOnly}
          onClick={onRemove}
        />
      </div>
      <Field
        label={t('config.name', 'Name')}
        description={
          losesSecrets
            ? t('config.renaming', 'Secrets are stored by connection name. Enter them again after renaming.')
            : t('config.nameIs', 'Queries refer to the connection by this name.')
        }
        htmlFor={`connection-${name}-name`}
        required
        invalid={problem !== undefined}
        error={
          problem === 'empty'
            ? t('config.nameEmpty', 'Enter a connection name')
            : problem === 'taken'
              ? t('config.nameTaken', '"{{name}}" already exists', { name: (typed ?? name).trim() })
              : undefined
        }
        noMargin
      >
        <Input
          id={`connection-${name}-name`}
          className={styles.short}
          value={typed ?? name}
          disabled={isReadOnly}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      </Field>
      <TypeFields {...props} />
    </section>
  );
}

/** Other types of connections have their own fields here. */
function TypeFields({ connection, ...props }: ConnectionProps) {
  return connection.type === 'file' ? (
    <FileConnectionFields {...props} connection={connection} />
  ) : (
    <StoreConnectionFields {...props} connection={connection} />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    maxWidth: 720,
    padding: theme.spacing(2),
    backgroundColor: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  head: css({ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }),
  short: css({ maxWidth: 320 }),
});
