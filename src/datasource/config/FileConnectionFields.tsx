import React from 'react';
import { css } from '@emotion/css';
import { Field, Input } from '@grafana/ui';
import { isDuration } from '../../query/duration';
import type { FileConnectionSettings } from '../ModelwatchSettings';
import { t } from '../text';
import type { PlainConnectionProps } from './ConnectionProps';
import { FileReadingFields } from './FileReadingFields';
import { useTouched } from './useTouched';

/** A folder on the machine where Grafana runs. */
export function FileConnectionFields(props: PlainConnectionProps<FileConnectionSettings>) {
  const { name, connection, isReadOnly, onConnection } = props;
  const { folder, replay = '' } = connection;
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
      <FileReadingFields {...props} />
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
