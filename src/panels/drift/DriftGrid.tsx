import React, { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import { columnAt } from '../shared/columnAt';
import type { AlarmActions } from './alarm/AlarmDetails';
import { CellTooltip } from './CellTooltip';
import { describeCell } from './model/describeCell';
import type { DriftMap, MapRow } from './model/DriftMap';
import { EFFECT_COLUMNS } from './model/effectColumns';
import type { MapLayout } from './model/mapLayout';
import { scrollToShow, visibleRows } from './model/visibleRows';
import { MapRowView } from './MapRowView';
import type { DataLink } from '../shared/dataLinks';
import type { FormatTime } from '../shared/timeWords';
import { type Place, useGridNavigation } from './useGridNavigation';

interface Props {
  map: DriftMap;
  layout: MapLayout;
  height: number;
  timeZone: TimeZone;
  formatTime: FormatTime;
  label: string;
  isSelected: (row: MapRow) => boolean;
  isClickable: boolean;
  linksOf: (row: MapRow, column: number) => DataLink[];
  /** What is offered of an alarm once it is clicked; undefined where the cell is none. */
  alarmOf: (row: MapRow, column: number) => AlarmActions | undefined;
  /** A cell was clicked, or Enter pressed on it. */
  onSelect: (row: MapRow, column: number) => void;
}

interface Pointed extends Place {
  readonly position: { x: number; y: number };
  readonly links?: DataLink[];
  readonly alarm?: AlarmActions;
}

/** The rows of the map: only those in view are drawn, the keyboard walks over all cells. */
export function DriftGrid(props: Props) {
  const { map, layout, height, timeZone, formatTime, isSelected, isClickable, linksOf, alarmOf, onSelect } = props;
  const styles = useStyles2(getStyles);
  const scroller = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [hovered, setHovered] = useState<Pointed | null>(null);
  const [pinned, setPinned] = useState<Pointed | null>(null);
  const { active, takesFocus, onKeyDown, goTo } = useGridNavigation(map.rows.length, map.columns.length, ({ row }) => {
    const element = scroller.current;
    if (element) {
      element.scrollTop = scrollToShow(row, element.scrollTop, height, layout.rowHeight);
      setScrollTop(element.scrollTop);
    }
  });
  const range = visibleRows(scrollTop, height, layout.rowHeight, map.rows.length);
  const labelOf = useCallback(
    (row: MapRow, column: number) => describeCell(row, map.columns[column], row.cells[column], timeZone),
    [map.columns, timeZone]
  );
  const drawn = useMemo(() => {
    const indices = Array.from({ length: range.end - range.first }, (_, offset) => range.first + offset);
    // The active row stays in the document when it is scrolled away, so that the focus is not lost.
    return active.row < map.rows.length && (active.row < range.first || active.row >= range.end)
      ? [...indices, active.row]
      : indices;
  }, [range.first, range.end, active.row, map.rows.length]);

  const select = (pointed: Pointed) => {
    const row = map.rows[pointed.row];
    const links = linksOf(row, pointed.column);
    onSelect(row, pointed.column);
    const alarm = alarmOf(row, pointed.column);
    setPinned(links.length > 0 || alarm ? { ...pointed, links, alarm } : null);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setHovered(null);
      setPinned(null);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      select({ ...active, position: placeOf(event.target) });
    } else {
      onKeyDown(event);
    }
  };
  const handleClick = (event: MouseEvent) => {
    const pointed = pointedAt(event, map);
    if (pointed) {
      goTo(pointed);
      select(pointed);
    }
  };
  const shown = pinned ?? hovered;
  const shownRow = shown === null ? undefined : map.rows[shown.row];
  return (
    <div
      role="grid"
      aria-label={props.label}
      aria-rowcount={map.rows.length + 1}
      aria-colcount={map.columns.length + 3}
      onKeyDown={handleKey}
    >
      <div role="row" aria-rowindex={1} className={styles.hiddenHeader}>
        <span role="columnheader" aria-colindex={1}>
          Feature
        </span>
        <span role="columnheader" aria-colindex={2} aria-colspan={map.columns.length}>
          {map.axis === 'time' ? 'Windows' : map.axis === 'segment' ? 'Segments' : EFFECT_COLUMNS[map.subject].single}
        </span>
        <span role="columnheader" aria-colindex={map.columns.length + 2}>
          Verdict
        </span>
      </div>
      <div
        ref={scroller}
        role="rowgroup"
        className={styles.scroller}
        style={{ height }}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
        onMouseMove={(event) => setHovered(pointedAt(event, map))}
        onMouseLeave={() => setHovered(null)}
        onClick={handleClick}
        onFocus={(event) => {
          const byKeyboard = event.target.getAttribute('role') === 'gridcell' && isFocusVisible(event.target);
          setHovered(byKeyboard ? { ...active, position: placeOf(event.target) } : null);
        }}
        onBlur={() => setHovered(null)}
      >
        <div role="none" style={{ height: map.rows.length * layout.rowHeight }} />
        {drawn.map((index) => (
          <MapRowView
            key={map.rows[index].key}
            map={map}
            row={map.rows[index]}
            index={index}
            layout={layout}
            formatTime={formatTime}
            activeColumn={index === active.row ? active.column : null}
            hoveredColumn={shown?.row === index ? shown.column : null}
            takesFocus={takesFocus}
            describeCell={labelOf}
            isSelected={isSelected(map.rows[index])}
            isClickable={isClickable}
          />
        ))}
      </div>
      {shown && shownRow && (
        <CellTooltip
          row={shownRow}
          column={map.columns[shown.column]}
          cell={shownRow.cells[shown.column]}
          position={shown.position}
          timeZone={timeZone}
          links={pinned?.links}
          alarm={pinned?.alarm}
          onClose={() => setPinned(null)}
        />
      )}
    </div>
  );
}

/** The cell under the pointer; beside the strip it is the row's current one. */
function pointedAt(event: MouseEvent, map: DriftMap): Pointed | null {
  const element = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  const strip = element?.querySelector('[data-strip]');
  const row = Number(element?.getAttribute('data-row') ?? NaN);
  if (!strip || !map.rows[row]) {
    return null;
  }
  const { left, width } = strip.getBoundingClientRect();
  const ratio = width > 0 ? (event.clientX - left) / width : -1;
  const inside = strip.contains(event.target as Element) && ratio >= 0 && ratio <= 1;
  const column = inside ? columnAt(map.columns, ratio) : map.rows[row].summary.column;
  return column < 0 ? null : { row, column, position: { x: event.clientX, y: event.clientY } };
}

function placeOf(target: EventTarget): { x: number; y: number } {
  const box = target instanceof Element ? target.getBoundingClientRect() : { right: 0, bottom: 0 };
  return { x: box.right, y: box.bottom };
}

function isFocusVisible(element: Element): boolean {
  try {
    return element.matches(':focus-visible');
  } catch {
    return true;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  hiddenHeader: css({
    position: 'absolute',
    clipPath: 'inset(50%)',
    width: 1,
    height: 1,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  }),
  scroller: css({
    position: 'relative',
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    scrollbarColor: `${theme.colors.action.disabledText} transparent`,
  }),
});
