import React from 'react';
import { css } from '@emotion/css';
import { Field, Input, Switch, TextArea } from '@grafana/ui';
import type { StoreConnectionSettings, TlsSettings } from '../ModelwatchSettings';
import { t } from '../text';
import type { ConnectionProps } from './ConnectionProps';
import { SecretField } from './SecretField';

/** Certificates: which the store may show, and which it is shown. */
export function TlsFields({
  name,
  connection,
  settings,
  isReadOnly,
  onConnection,
  onSettings,
}: ConnectionProps<StoreConnectionSettings>) {
  const { tls = {} } = connection;
  const set = (change: Partial<TlsSettings>) => {
    const kept = Object.entries({ ...tls, ...change }).filter(([, value]) => value !== undefined && value !== '');
    onConnection({ ...connection, tls: kept.length === 0 ? undefined : Object.fromEntries(kept) });
  };
  const pem = (key: 'ca' | 'cert', label: string, description: string) => (
    <Field label={label} description={description} htmlFor={`${name}-${key}`} noMargin>
      <TextArea
        id={`${name}-${key}`}
        className={styles.pem}
        rows={4}
        placeholder="-----BEGIN CERTIFICATE-----"
        value={tls[key] ?? ''}
        disabled={isReadOnly}
        onChange={(event) => set({ [key]: event.currentTarget.value })}
      />
    </Field>
  );
  return (
    <>
      {pem('ca', t('tls.ca', 'CA certificate'), t('tls.caIs', "Trusted instead of the system's. PEM."))}
      {pem(
        'cert',
        t('tls.cert', 'Client certificate'),
        t('tls.certIs', 'Shown to the store, with the key below. PEM.')
      )}
      <SecretField
        owner={name}
        what="tlsKey"
        label={t('tls.key', 'Client key')}
        isLong
        placeholder="-----BEGIN PRIVATE KEY-----"
        settings={settings}
        isReadOnly={isReadOnly}
        onSettings={onSettings}
      />
      <Field
        label={t('tls.server', 'Server name')}
        description={t('tls.serverIs', "What the store's certificate is checked against, where it is not the host.")}
        htmlFor={`${name}-server`}
        noMargin
      >
        <Input
          id={`${name}-server`}
          className={styles.short}
          value={tls.serverName ?? ''}
          disabled={isReadOnly}
          onChange={(event) => set({ serverName: event.currentTarget.value })}
        />
      </Field>
      <Field
        label={t('tls.skip', 'Take any certificate')}
        description={t('tls.skipIs', 'Whoever stands between can then read and change everything. For trials only.')}
        htmlFor={`${name}-skip`}
        noMargin
      >
        <Switch
          id={`${name}-skip`}
          value={tls.skipVerify ?? false}
          disabled={isReadOnly}
          onChange={(event) => set({ skipVerify: event.currentTarget.checked || undefined })}
        />
      </Field>
    </>
  );
}

const styles = { pem: css({ maxWidth: 480, fontFamily: 'monospace' }), short: css({ maxWidth: 320 }) };
