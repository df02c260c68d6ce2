import React from 'react';
import { css } from '@emotion/css';
import { Field, Input } from '@grafana/ui';
import { isDuration } from '../../query/duration';
import type { FileConnectionSettings } from '../ModelwatchSettings';
import { t } from '../text';
import type { ConnectionProps } from './ConnectionProps';
import { useTouched } from './useTouched';

/** A folder on the machine where Grafana runs. */
export function FileConnectionFields({
  name,
  connection,
  isReadOnly,
  onConnection,
}: ConnectionProps<FileConnectionSettings>) {
  const { folder, replay = '', missing, encoding = '', delimiter = '' } = connection;
  const { isTouched, touch } = useTouched();
  const isEmpty = isTouched && folder.trim() === '';
  const isReplayWrong = replay !== '' && !isDuration(replay);
  return (
    <>
      <Field
        label={t('files.folder', 'Folder')}
        description={t(
          'files.folderIs',
          'On the machine where Grafana runs. Files in it and below it can be read: CSV, newline-delimited JSON, JSON, Parquet.'
        )}
        htmlFor={`${name}-folder`}
        required
        invalid={isEmpty}
        error={isEmpty ? t('files.folderEmpty', 'Name a folder, such as /var/lib/models/logs') : undefined}
        noMargin
      >
        <Input
          id={`${name}-folder`}
          className={styles.folder}
          placeholder="/var/lib/models/logs"
          value={folder}
          disabled={isReadOnly}
          onBlur={touch}
          onChange={(event) => onConnection({ ...connection, folder: event.currentTarget.value })}
        />
      </Field>
      <Field
        label={t('files.missing', 'Missing markers')}
        description={t(
          'files.missingIs',
          'Read as missing, beside NA, NULL, ? and the like. Separate them by commas, such as -999, n.b.'
        )}
        htmlFor={`${name}-missing`}
        noMargin
      >
        <Input
          id={`${name}-missing`}
          className={styles.folder}
          placeholder="-999"
          defaultValue={(missing ?? []).join(', ')}
          disabled={isReadOnly}
          onBlur={({ currentTarget: { value } }) => {
            // An empty list, which switches markers off, is not lost by passing through.
            if (value === (missing ?? []).join(', ')) {
              return;
            }
            const texts = value
              .split(',')
              .map((text) => text.trim())
              .filter((text) => text !== '');
            onConnection({ ...connection, missing: texts.length > 0 ? texts : undefined });
          }}
        />
      </Field>
      <Field
        label={t('files.encoding', 'Encoding')}
        description={t(
          'files.encodingIs',
          'Of text files, such as windows-1252. Empty: UTF-8 or UTF-16, by their bytes.'
        )}
        htmlFor={`${name}-encoding`}
        noMargin
      >
        <Input
          id={`${name}-encoding`}
          className={styles.short}
          placeholder="utf-8"
          value={encoding}
          disabled={isReadOnly}
          onChange={({ currentTarget: { value } }) =>
            onConnection({ ...connection, encoding: value === '' ? undefined : value })
          }
        />
      </Field>
      <Field
        label={t('files.delimiter', 'Delimiter')}
        description={t(
          'files.delimiterIs',
          'Of CSV, such as a semicolon. Empty: found out from the header and the data.'
        )}
        htmlFor={`${name}-delimiter`}
        noMargin
      >
        <Input
          id={`${name}-delimiter`}
          className={styles.short}
          value={delimiter}
          disabled={isReadOnly}
          onChange={({ currentTarget: { value } }) =>
            onConnection({ ...connection, delimiter: value === '' ? undefined : value })
          }
        />
      </Field>
      <Field
        label={t('files.replay', 'Replay')}
        description={t(
          'files.replayIs',
          'For recorded data: shown as if it went on now, moved by whole periods of this length. 52w keeps the season. Empty: times stay as they are.'
        )}
        htmlFor={`${name}-replay`}
        invalid={isReplayWrong}
        error={isReplayWrong ? t('config.duration', 'Write a number and a unit, such as 30s, 1h or 52w') : undefined}
        noMargin
      >
        <Input
          id={`${name}-replay`}
          className={styles.short}
          placeholder="52w"
          value={replay}
          disabled={isReadOnly}
          onChange={({ currentTarget: { value } }) =>
            onConnection({ ...connection, replay: value === '' ? undefined : value })
          }
        />
      </Field>
    </>
  );
}

/** Wide enough for paths, and no wider than the page. */
const styles = { folder: css({ maxWidth: 480 }), short: css({ maxWidth: 160 }) };
