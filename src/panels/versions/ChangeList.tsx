import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { describeChange } from '../../frames/versions/describeChange';
import type { FormatTime } from '../shared/timeWords';
import { ChangeGlyph } from './ChangeGlyph';
import type { VersionBoard } from './model/VersionBoard';

interface Props {
  board: VersionBoard;
  formatTime: FormatTime;
}

/** More would be read by nobody. */
const MOST = 50;

/** What happened, the newest first. */
export function ChangeList({ board, formatTime }: Props) {
  const styles = useStyles2(getStyles);
  const changes = board.segments
    .flatMap(({ changes: own, name }) => own.map((change) => ({ change, where: name })))
    .sort((a, b) => b.change.time - a.change.time);
  if (changes.length === 0) {
    return <p className={styles.none}>No version changes in this time range.</p>;
  }
  return (
    <ol className={styles.list} aria-label="Changes, newest first">
      {changes.slice(0, MOST).map(({ change, where }, index) => (
        <li key={index} className={styles.change}>
          <span className={styles.glyph}>
            <ChangeGlyph kind={change.kind} size={10} />
          </span>
          <span className={styles.time}>{formatTime(change.time)}</span>
          <span>
            {where !== '' && <span className={styles.where}>{where}: </span>}
            {describeChange(change)}
          </span>
        </li>
      ))}
      {changes.length > MOST && <li className={styles.change}>and {changes.length - MOST} more before</li>}
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 }),
  none: css({ margin: theme.spacing(1, 0, 0), color: theme.colors.text.secondary }),
  change: css({ display: 'flex', gap: theme.spacing(1), lineHeight: '20px' }),
  glyph: css({ display: 'flex', alignItems: 'center', height: 20 }),
  time: css({ flex: 'none', color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
  where: css({ color: theme.colors.text.secondary }),
});
