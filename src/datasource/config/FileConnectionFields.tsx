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
          'A folder on the Grafana server. Files in it and its subfolders can be read: CSV, NDJSON, JSON, and Parquet.'
        )}
        htmlFor={`${name}-folder`}
        required
        invalid={isEmpty}
        error={isEmpty ? t('files.folderEmpty', 'Enter a folder, such as /var/lib/models/logs') : undefined}
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
          'Additional values to read as missing, besides NA, NULL, ?, and similar. Separate them with commas. Example: -999, n.b.'
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
          'For text files, such as windows-1252. Leave empty to detect UTF-8 or UTF-16.'
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
          'For CSV, such as a semicolon. Leave empty to detect it from the header and data.'
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
          'For recorded data: shifts times by whole periods of this length so that the data appears current. 52w preserves seasons. Leave empty to keep times.'
        )}
        htmlFor={`${name}-replay`}
        invalid={isReplayWrong}
        error={isReplayWrong ? t('config.duration', 'Enter a number and a unit, such as 30s, 1h, or 52w') : undefined}
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
