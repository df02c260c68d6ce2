import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { axisTicks } from './model/axisTicks';
import type { FormatTime } from './model/describeRow';
import type { DriftMap } from './model/DriftMap';
import type { MapLayout } from './model/mapLayout';

interface Props {
  map: DriftMap;
  layout: MapLayout;
  formatTime: FormatTime;
}

export const AXIS_HEIGHT = 20;

/** Times or segments above the map, and what the other columns are; the grid's own headers say it to screen readers. */
export function MapAxis({ map, layout, formatTime }: Props) {
  const styles = useStyles2(getStyles);
  const ticks = axisTicks(map.columns, layout.stripWidth, ({ start, label }) =>
    start === null ? label : formatTime(start)
  );
  const newest = map.columns.at(-1)?.start ?? null;
  return (
    <div className={styles.axis} aria-hidden="true">
      {layout.mode === 'wide' && <div style={{ width: layout.nameWidth }} className={styles.title} />}
      <div className={styles.ticks} style={{ width: layout.stripWidth }}>
        {map.axis === 'single'
          ? layout.mode === 'wide' && <span className={styles.gate}>from here on it matters</span>
          : ticks.map(({ column, x, label }) => (
              <span key={column} className={styles.tick} style={{ left: x }}>
                {label}
              </span>
            ))}
      </div>
      {layout.mode === 'wide' && (
        <>
          <div style={{ width: layout.statusWidth }} className={styles.title}>
            {newest !== null && map.axis === 'time'
              ? `Newest window, ${formatTime(newest)}`
              : map.axis === 'segment'
                ? 'Worst segment'
                : 'Verdict'}
          </div>
          <div style={{ width: layout.effectWidth }} className={styles.title}>
            {map.axis === 'single' ? 'Effect' : 'Effect against threshold'}
          </div>
        </>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  axis: css({
    display: 'flex',
    columnGap: 12,
    height: AXIS_HEIGHT,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${AXIS_HEIGHT}px`,
    color: theme.colors.text.secondary,
  }),
  title: css({
    flex: 'none',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    paddingLeft: theme.spacing(0.5),
  }),
  ticks: css({ position: 'relative', flex: 'none', overflow: 'hidden' }),
  tick: css({
    position: 'absolute',
    top: 0,
    whiteSpace: 'nowrap',
    paddingLeft: 3,
    borderLeft: `1px solid ${theme.colors.border.medium}`,
  }),
  gate: css({ position: 'absolute', left: '50%', paddingLeft: 4, whiteSpace: 'nowrap' }),
});
