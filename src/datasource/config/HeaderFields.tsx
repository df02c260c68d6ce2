import React, { useState } from 'react';
import { css } from '@emotion/css';
import { Button, Checkbox, Field, Input } from '@grafana/ui';
import { Controls } from '../editor/fields/Controls';
import type { StoreConnectionSettings } from '../ModelwatchSettings';
import { t } from '../text';
import type { ConnectionProps } from './ConnectionProps';
import { type Header, headerSecret, headersOf, isHeaderName } from './headers';
import { SecretField } from './SecretField';
import { resetSecret } from './settings';

/** Headers that go with every request, such as X-Scope-OrgID for a tenant of Mimir. */
export function HeaderFields(props: ConnectionProps<StoreConnectionSettings>) {
  const { name, connection, settings, isReadOnly, onConnection, onSettings } = props;
  // A secret header has no place among the settings before its value is typed.
  const [added, setAdded] = useState<readonly string[]>([]);
  const stored = headersOf(settings, name, connection);
  const fresh = added.filter((header) => !stored.some((one) => one.name === header));
  const headers = [...stored, ...fresh.map((header) => ({ name: header, isSecret: true }))];
  const setPlain = (header: string, value: string | undefined) => {
    const { [header]: _, ...others } = connection.headers ?? {};
    const changed = value === undefined ? others : { ...connection.headers, [header]: value };
    onConnection({ ...connection, headers: Object.keys(changed).length === 0 ? undefined : changed });
  };
  const remove = ({ name: header, isSecret }: Header) => {
    setAdded(added.filter((one) => one !== header));
    if (isSecret) {
      onSettings(resetSecret(settings, name, headerSecret(header)));
    } else {
      setPlain(header, undefined);
    }
  };
  return (
    <>
      {headers.map((header) => (
        <div key={header.name} className={styles.row}>
          <div className={styles.value}>
            {header.isSecret ? (
              <SecretField
                owner={name}
                what={headerSecret(header.name)}
                label={header.name}
                settings={settings}
                isReadOnly={isReadOnly}
                onSettings={(changed) => {
                  setAdded([...new Set([...added, header.name])]);
                  onSettings(changed);
                }}
              />
            ) : (
              <Field label={header.name} htmlFor={`${name}-header-${header.name}`} noMargin>
                <Input
                  id={`${name}-header-${header.name}`}
                  value={connection.headers?.[header.name] ?? ''}
                  disabled={isReadOnly}
                  onChange={(event) => setPlain(header.name, event.currentTarget.value)}
                />
              </Field>
            )}
          </div>
          <Button
            variant="secondary"
            icon="trash-alt"
            disabled={isReadOnly}
            aria-label={t('headers.remove', 'Remove the header {{name}}', { name: header.name })}
            onClick={() => remove(header)}
          />
        </div>
      ))}
      <NewHeader
        id={`${name}-new-header`}
        taken={headers.map((header) => header.name)}
        isReadOnly={isReadOnly}
        onAdd={(header, isSecret) => (isSecret ? setAdded([...added, header]) : setPlain(header, ''))}
      />
    </>
  );
}

interface NewHeaderProps {
  id: string;
  taken: readonly string[];
  isReadOnly: boolean;
  onAdd: (name: string, isSecret: boolean) => void;
}

function NewHeader({ id, taken, isReadOnly, onAdd }: NewHeaderProps) {
  const [name, setName] = useState('');
  const [isSecret, setSecret] = useState(true);
  const problem =
    name === '' || isHeaderName(name) ? undefined : t('headers.wrong', 'Use only letters, digits, and hyphens');
  const isTaken = taken.some((other) => other.toLowerCase() === name.toLowerCase());
  return (
    <Field
      label={t('headers.new', 'New header')}
      htmlFor={id}
      invalid={problem !== undefined || isTaken}
      error={isTaken ? t('headers.taken', 'This header already exists') : problem}
      noMargin
    >
      <Controls className={styles.fresh}>
        <Input
          id={id}
          width={26}
          placeholder="X-Scope-OrgID"
          value={name}
          disabled={isReadOnly}
          onChange={(event) => setName(event.currentTarget.value.trim())}
        />
        <Checkbox
          label={t('headers.secret', 'secret')}
          value={isSecret}
          disabled={isReadOnly}
          onChange={(event) => setSecret(event.currentTarget.checked)}
        />
        <Button
          variant="secondary"
          icon="plus"
          disabled={isReadOnly || name === '' || problem !== undefined || isTaken}
          onClick={() => {
            onAdd(name, isSecret);
            setName('');
          }}
        >
          {t('headers.add', 'Add')}
        </Button>
      </Controls>
    </Field>
  );
}

const styles = {
  row: css({ display: 'flex', gap: 8, alignItems: 'flex-end', maxWidth: 420 }),
  fresh: css({ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }),
  value: css({ flex: '1 1 auto', minWidth: 0 }),
};
