import React from 'react';
import { css } from '@emotion/css';
import { Field, Input } from '@grafana/ui';
import { isDuration } from '../../query/duration';
import type { StoreConnectionSettings } from '../ModelwatchSettings';
import { t } from '../text';
import type { ConnectionProps } from './ConnectionProps';

/** The longest that one request to the store may take. */
export function TimeoutField({ name, connection, isReadOnly, onConnection }: ConnectionProps<StoreConnectionSettings>) {
  const { timeout = '' } = connection;
  const isWrong = timeout !== '' && !isDuration(timeout);
  return (
    <Field
      label={t('store.timeout', 'Timeout')}
      description={t('store.timeoutIs', 'Maximum duration of one request.')}
      htmlFor={`${name}-timeout`}
      invalid={isWrong}
      error={isWrong ? t('config.duration', 'Enter a number and a unit, such as 30s, 1h, or 52w') : undefined}
      noMargin
    >
      <Input
        id={`${name}-timeout`}
        className={narrow}
        placeholder="30s"
        value={timeout}
        disabled={isReadOnly}
        onChange={({ currentTarget: { value } }) =>
          onConnection({ ...connection, timeout: value === '' ? undefined : value })
        }
      />
    </Field>
  );
}

const narrow = css({ maxWidth: 160 });
