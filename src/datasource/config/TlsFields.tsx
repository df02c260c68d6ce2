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
      {pem('ca', t('tls.ca', 'CA certificate'), t('tls.caIs', "PEM. Replaces the system's certificate authorities."))}
      {pem(
        'cert',
        t('tls.cert', 'Client certificate'),
        t('tls.certIs', 'PEM. Sent to the store together with the client key.')
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
        description={t('tls.serverIs', "Name expected in the store's certificate, if it differs from the host.")}
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
        label={t('tls.skip', 'Skip TLS certificate validation')}
        description={t('tls.skipIs', 'Insecure: traffic can be intercepted. Use for testing only.')}
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
