import React, { memo } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { EffectBar } from '../shared/EffectBar';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { CellStrip } from './CellStrip';
import { FocusableCell } from './FocusableCell';
import { describeStatus, type FormatTime, rowName, shortEffect } from './model/describeRow';
import type { DriftMap, MapRow } from './model/DriftMap';
import { figuresOf } from './model/figuresOf';
import type { MapLayout } from './model/mapLayout';

interface Props {
  map: DriftMap;
  row: MapRow;
  index: number;
  layout: MapLayout;
  formatTime: FormatTime;
  /** Column of the cell that the keyboard is on; null on other rows. */
  activeColumn: number | null;
  /** Whether the active cell takes the focus. */
  takesFocus: boolean;
  describeCell: (row: MapRow, column: number) => string;
  isSelected: boolean;
  isClickable: boolean;
}

/** A feature: its name, its strip of windows or segments, its verdict and how large the shift is. */
export const MapRowView = memo(function MapRowView(props: Props) {
  const { map, row, index, layout, formatTime, activeColumn, isSelected, isClickable } = props;
  const styles = useStyles2(getStyles);
  const { verdict } = row.summary.current.row;
  const name = rowName(row);
  const status = describeStatus(row, formatTime);
  const figures = figuresOf(row.summary.current.row);
  const cellCount = map.columns.length;
  const strip = (
    <div
      className={styles.strip}
      style={{ width: layout.stripWidth, height: layout.stripHeight }}
      data-strip={index}
      role="none"
    >
      {map.axis === 'single' ? (
        <div className={styles.bar}>
          <EffectBar figures={figures} verdict={verdict} />
        </div>
      ) : (
        <CellStrip cells={row.cells} columns={map.columns} width={layout.stripWidth} height={layout.stripHeight} />
      )}
      {activeColumn !== null && (
        <FocusableCell
          key={activeColumn}
          column={map.columns[activeColumn]}
          index={activeColumn}
          label={props.describeCell(row, activeColumn)}
          takesFocus={props.takesFocus}
        />
      )}
    </div>
  );
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-row={index}
      className={cx(styles.row, styles[layout.mode], isSelected && styles.selected, isClickable && styles.clickable)}
      style={{ top: index * layout.rowHeight, height: layout.rowHeight }}
    >
      <div role="rowheader" aria-colindex={1} className={styles.name} style={{ width: layout.nameWidth }} title={name}>
        <VerdictGlyph verdict={verdict} />
        <span className={styles.text}>{name}</span>
        {layout.mode === 'narrow' && <span className={styles.effectText}>{shortEffect(row)}</span>}
      </div>
      {strip}
      <div
        role="gridcell"
        aria-colindex={cellCount + 2}
        className={styles.status}
        style={{ width: layout.statusWidth }}
        title={status}
      >
        {status}
      </div>
      {layout.mode === 'wide' && (
        <div
          role="gridcell"
          aria-colindex={cellCount + 3}
          className={styles.effect}
          style={{ width: layout.effectWidth }}
        >
          {map.axis !== 'single' && <EffectBar figures={figures} verdict={verdict} />}
          <span className={styles.effectText}>{shortEffect(row)}</span>
        </div>
      )}
    </div>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'flex',
    borderRadius: theme.shape.radius.default,
    '&:hover': { backgroundColor: theme.colors.action.hover },
  }),
  wide: css({ alignItems: 'center', columnGap: 12 }),
  narrow: css({ flexDirection: 'column', justifyContent: 'center', '[data-strip]': { order: 2 } }),
  selected: css({
    backgroundColor: theme.colors.action.selected,
    boxShadow: `inset 2px 0 ${theme.colors.primary.border}`,
  }),
  clickable: css({ cursor: 'pointer' }),
  name: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    paddingLeft: theme.spacing(0.5),
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: '16px',
    flex: 'none',
  }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flex: '0 1 auto' }),
  strip: css({ position: 'relative', flex: 'none' }),
  bar: css({ display: 'flex', alignItems: 'center', height: '100%' }),
  status: css({
    flex: 'none',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '16px',
    paddingLeft: theme.spacing(0.5),
  }),
  effect: css({ flex: 'none', display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  effectText: css({
    flex: 'none',
    marginLeft: 'auto',
    fontVariantNumeric: 'tabular-nums',
    fontSize: theme.typography.bodySmall.fontSize,
    minWidth: 56,
    textAlign: 'right',
    whiteSpace: 'nowrap',
  }),
});
