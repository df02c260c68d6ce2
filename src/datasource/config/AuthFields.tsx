import React, { useState } from 'react';
import { css } from '@emotion/css';
import { Field, Input } from '@grafana/ui';
import type { StoreConnectionSettings } from '../ModelwatchSettings';
import { SteadyCombobox } from '../editor/fields/SteadyCombobox';
import { t } from '../text';
import { API_KEY_HEADER, API_KEY_PREFIX, type AuthMethod, authMethodOf, withoutAuth } from './authMethod';
import type { ConnectionProps } from './ConnectionProps';
import { SecretField } from './SecretField';

/** Who asks: nobody in particular, a user, a token, an API key. */
export function AuthFields(props: ConnectionProps<StoreConnectionSettings>) {
  const { name, connection, settings, isReadOnly, onConnection, onSettings } = props;
  // What has been chosen counts until something of it is written.
  const [chosen, setChosen] = useState<AuthMethod>();
  const written = authMethodOf(settings, name, connection);
  const method = written === 'none' ? (chosen ?? 'none') : written;
  const methods: Array<{ value: AuthMethod; label: string; description?: string }> = [
    { value: 'none', label: t('auth.none', 'None') },
    { value: 'basic', label: t('auth.basic', 'Basic authentication') },
    { value: 'bearer', label: t('auth.bearer', 'Bearer token') },
    ...(connection.type === 'elasticsearch'
      ? [{ value: 'apiKey' as const, label: t('auth.apiKey', 'API key'), description: 'Authorization: ApiKey …' }]
      : []),
  ];
  const secret = { owner: name, settings, isReadOnly, onSettings, isRequired: true };
  return (
    <>
      <Field label={t('auth.label', 'Authentication')} htmlFor={`${name}-auth`} noMargin>
        <SteadyCombobox
          id={`${name}-auth`}
          width={40}
          disabled={isReadOnly}
          options={methods}
          value={method}
          onChange={({ value }) => {
            setChosen(value);
            onSettings(withoutAuth(settings, name, connection));
          }}
        />
      </Field>
      {method === 'basic' && (
        <>
          <Field label={t('auth.user', 'User')} htmlFor={`${name}-user`} required noMargin>
            <Input
              id={`${name}-user`}
              className={short}
              autoComplete="off"
              value={connection.username ?? ''}
              disabled={isReadOnly}
              onChange={({ currentTarget: { value } }) =>
                onConnection({ ...connection, username: value === '' ? undefined : value })
              }
            />
          </Field>
          <SecretField {...secret} what="password" label={t('auth.password', 'Password')} />
        </>
      )}
      {method === 'bearer' && <SecretField {...secret} what="token" label={t('auth.token', 'Token')} />}
      {method === 'apiKey' && (
        <SecretField
          {...secret}
          what={API_KEY_HEADER}
          prefix={API_KEY_PREFIX}
          label={t('auth.apiKey', 'API key')}
          description={t('auth.apiKeyIs', 'The encoded key, as Elasticsearch displays it when you create the key.')}
        />
      )}
    </>
  );
}

const short = css({ maxWidth: 320 });
