import React, { memo } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { EffectBar } from '../shared/EffectBar';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { CellStrip } from './CellStrip';
import { EvidenceStrip } from './EvidenceStrip';
import { FocusableCell } from './FocusableCell';
import { describeStatus, rowName } from './model/describeRow';
import { hasEvidence } from './model/evidenceShape';
import type { DriftMap, MapColumn, MapRow } from './model/DriftMap';
import type { FormatTime } from '../shared/timeWords';
import { barFigures, shortEffect } from './model/effectOf';
import { COLUMN_GAP, type MapLayout } from './model/mapLayout';

interface Props {
  map: DriftMap;
  row: MapRow;
  index: number;
  layout: MapLayout;
  formatTime: FormatTime;
  /** Column of the cell that the keyboard is on; null on other rows. */
  activeColumn: number | null;
  /** Column of the cell under the pointer; null on other rows. */
  hoveredColumn: number | null;
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
  const figures = barFigures(row.summary.current);
  const effect = shortEffect(row.summary.current);
  // Of several queries some may have none: their rows are drawn as without.
  const Strip = hasEvidence(row.cells) ? EvidenceStrip : CellStrip;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-row={index}
      className={cx(styles.row, isSelected && styles.selected, isClickable && styles.clickable)}
      style={{ top: index * layout.rowHeight, height: layout.rowHeight, ...gridOf(layout) }}
    >
      <div role="rowheader" aria-colindex={1} className={styles.name} title={name}>
        <VerdictGlyph verdict={verdict} />
        <span className={styles.text}>{name}</span>
        {layout.mode === 'narrow' && (figures !== null || map.axis !== 'single') && (
          <span className={styles.effectText}>{effect}</span>
        )}
      </div>
      <div
        className={styles.strip}
        style={{ width: layout.stripWidth, height: layout.stripHeight }}
        data-strip={index}
        role="none"
      >
        {map.axis === 'single' ? (
          <SingleEffect row={row} isBelow={layout.mode === 'narrow'} />
        ) : (
          <Strip cells={row.cells} columns={map.columns} width={layout.stripWidth} height={layout.stripHeight} />
        )}
        {props.hoveredColumn !== null && map.axis !== 'single' && (
          <div className={styles.hovered} style={placeOf(map.columns[props.hoveredColumn])} />
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
      <div
        role="gridcell"
        aria-colindex={map.columns.length + 2}
        className={cx(styles.status, layout.mode !== 'inline' && styles.below)}
        title={status}
      >
        {status}
      </div>
      {layout.effectWidth > 0 && (
        <div role="gridcell" aria-colindex={map.columns.length + 3} className={styles.effect}>
          {map.axis !== 'single' && figures && <EffectBar figures={figures} verdict={verdict} />}
          <span className={styles.effectText}>{effect}</span>
        </div>
      )}
    </div>
  );
});

/** In place of a strip of cells where there is one cell alone: its effect as a bar, or as words. */
function SingleEffect({ row, isBelow }: { row: MapRow; isBelow: boolean }) {
  const styles = useStyles2(getStyles);
  const { current } = row.summary;
  const figures = barFigures(current);
  return (
    <div className={styles.bar}>
      {figures ? (
        <EffectBar figures={figures} verdict={current.row.verdict} />
      ) : (
        <span className={cx(styles.text, isBelow && styles.below)}>{shortEffect(current)}</span>
      )}
    </div>
  );
}

function placeOf({ left, right }: MapColumn): React.CSSProperties {
  return { left: `${100 * left}%`, width: `${100 * (right - left)}%` };
}

function gridOf({ mode, nameWidth, stripWidth, statusWidth, effectWidth }: MapLayout): React.CSSProperties {
  switch (mode) {
    case 'inline':
      return {
        gridTemplate: `"name strip status effect" 1fr / ${nameWidth}px ${stripWidth}px ${statusWidth}px ${effectWidth}px`,
      };
    case 'stacked':
      return {
        gridTemplate: `"name strip effect" auto "status strip effect" auto / ${nameWidth}px ${stripWidth}px ${effectWidth}px`,
        alignContent: 'center',
      };
    case 'narrow':
      return { gridTemplate: `"name" auto "status" auto "strip" auto / ${nameWidth}px`, alignContent: 'center' };
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'grid',
    alignItems: 'center',
    columnGap: COLUMN_GAP,
    borderRadius: theme.shape.radius.default,
    '&:hover': { backgroundColor: theme.colors.action.hover },
  }),
  selected: css({
    // Secondary text on action.selected falls short of a contrast of 4.5.
    backgroundColor: theme.colors.background.secondary,
    boxShadow: `inset 2px 0 ${theme.colors.primary.border}`,
  }),
  clickable: css({ cursor: 'pointer' }),
  name: css({
    gridArea: 'name',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    paddingLeft: theme.spacing(0.75),
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: '17px',
    minWidth: 0,
  }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flex: '0 1 auto' }),
  strip: css({ gridArea: 'strip', position: 'relative' }),
  hovered: css({
    position: 'absolute',
    top: -2,
    bottom: -2,
    minWidth: 2,
    border: `1px solid ${theme.colors.text.primary}`,
    borderRadius: 2,
    pointerEvents: 'none',
  }),
  bar: css({ display: 'flex', alignItems: 'center', height: '100%' }),
  status: css({
    gridArea: 'status',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '15px',
  }),
  // In line with the name, which has the sign before it.
  below: css({ paddingLeft: 24 }),
  effect: css({ gridArea: 'effect', display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
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
