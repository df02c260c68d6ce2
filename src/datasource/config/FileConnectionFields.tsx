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
