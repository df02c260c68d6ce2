import React, { useEffect, useRef } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { MapColumn } from './model/DriftMap';

interface Props {
  column: MapColumn;
  index: number;
  label: string;
  takesFocus: boolean;
}

/** The one cell that the keyboard reaches; it moves with the arrow keys. All others are drawn only. */
export function FocusableCell({ column, index, label, takesFocus }: Props) {
  const styles = useStyles2(getStyles);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) {
      element.current?.focus({ preventScroll: true });
    }
  }, [takesFocus]);
  return (
    <div
      ref={element}
      role="gridcell"
      aria-colindex={index + 2}
      aria-label={label}
      tabIndex={0}
      className={styles.cell}
      style={{ left: `${100 * column.left}%`, width: `${100 * (column.right - column.left)}%` }}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  cell: css({
    position: 'absolute',
    top: 0,
    bottom: 0,
    minWidth: 3,
    pointerEvents: 'none',
    '&:focus-visible': { outline: `2px solid ${theme.colors.text.maxContrast}`, outlineOffset: 1, borderRadius: 1 },
    '&:focus:not(:focus-visible)': { outline: 'none' },
  }),
});
