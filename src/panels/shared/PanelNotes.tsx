import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { textLines } from './textLines';

const LINE = 18;
const CHARACTER = 6.6;
const ICON = 22;

/** The height that notes take at a width; 0 for none. */
export function notesHeight(notes: readonly string[], width: number): number {
  return notes.reduce((sum, note) => sum + LINE * textLines(note, width - ICON, CHARACTER) + 2, 0);
}

/** What a panel can't show of its data, or can't tell apart. */
export function PanelNotes({ notes, width }: { notes: readonly string[]; width: number }) {
  const styles = useStyles2(getStyles);
  if (notes.length === 0) {
    return null;
  }
  return (
    <ul className={styles.notes} style={{ height: notesHeight(notes, width) }} aria-label="Notes">
      {notes.map((note) => (
        <li key={note} className={styles.note}>
          <Icon name="exclamation-triangle" size="sm" className={styles.icon} />
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  notes: css({ listStyle: 'none', margin: 0, padding: 0, overflow: 'hidden', flex: 'none' }),
  note: css({
    display: 'flex',
    gap: theme.spacing(0.75),
    paddingBottom: 2,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${LINE}px`,
  }),
  icon: css({ flex: 'none', marginTop: 3, color: theme.colors.warning.text }),
});
