import React from 'react';
import { css } from '@emotion/css';
import { Field, Input } from '@grafana/ui';
import { Disclosure } from '../editor/fields/Disclosure';
import type { StoreConnectionSettings } from '../ModelwatchSettings';
import { t } from '../text';
import { AuthFields } from './AuthFields';
import type { ConnectionProps } from './ConnectionProps';
import { HeaderFields } from './HeaderFields';
import { headersOf } from './headers';
import { TlsFields } from './TlsFields';
import { useTouched } from './useTouched';

const PLACEHOLDERS: Readonly<Record<StoreConnectionSettings['type'], string>> = {
  prometheus: 'http://prometheus:9090',
  elasticsearch: 'https://elasticsearch:9200',
  mlflow: 'http://mlflow:5000',
};
const ADDRESS = /^https?:\/\/[^/\s]+/i;

/** A store by its own address, with what it wants to know of who asks. */
export function DirectFields(props: ConnectionProps<StoreConnectionSettings>) {
  const { name, connection, settings, isReadOnly, onConnection } = props;
  const { url = '', tls } = connection;
  const { isTouched, touch } = useTouched();
  const isWrong = isTouched && !ADDRESS.test(url);
  const headers = headersOf(settings, name, connection).length;
  return (
    <>
      <Field
        label={t('store.url', 'URL')}
        description={t('store.urlIs', 'Include the base path of the API, if any.')}
        htmlFor={`${name}-url`}
        required
        invalid={isWrong}
        error={isWrong ? t('store.urlWrong', 'Enter the URL as http://host:port') : undefined}
        noMargin
      >
        <Input
          id={`${name}-url`}
          className={wide}
          placeholder={PLACEHOLDERS[connection.type]}
          value={url}
          disabled={isReadOnly}
          onBlur={touch}
          onChange={(event) => onConnection({ ...connection, url: event.currentTarget.value.trim() })}
        />
      </Field>
      <AuthFields {...props} />
      <Disclosure
        isNested
        title={t('tls.title', 'TLS')}
        summary={
          tls === undefined
            ? t('tls.usual', 'system certificates')
            : tls.skipVerify === true
              ? t('tls.unsafe', 'certificates are not validated')
              : t('tls.own', 'custom certificates')
        }
      >
        <TlsFields {...props} />
      </Disclosure>
      <Disclosure
        isNested
        title={t('headers.title', 'Custom headers')}
        summary={headers === 0 ? t('headers.none', 'none') : String(headers)}
      >
        <HeaderFields {...props} />
      </Disclosure>
    </>
  );
}

const wide = css({ maxWidth: 480 });
