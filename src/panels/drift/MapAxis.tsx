import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { AXIS_HEIGHT, AxisTicks } from '../shared/AxisTicks';
import { axisTicks } from '../shared/axisTicks';
import type { FormatTime } from '../shared/timeWords';
import type { DriftMap } from './model/DriftMap';
import { EFFECT_COLUMNS } from './model/effectColumns';
import { COLUMN_GAP, type MapLayout } from './model/mapLayout';

interface Props {
  map: DriftMap;
  layout: MapLayout;
  formatTime: FormatTime;
}

/** Times or segments above the map, and what the other columns are; the grid's own headers say it to screen readers. */
export function MapAxis({ map, layout, formatTime }: Props) {
  const styles = useStyles2(getStyles);
  const ticks = axisTicks(map.columns, layout.stripWidth, ({ start, label }) =>
    start === null ? label : formatTime(start)
  );
  return (
    <div className={styles.axis} aria-hidden="true">
      {layout.mode !== 'narrow' && <div style={{ width: layout.nameWidth }} className={styles.title} />}
      <div className={styles.ticks} style={{ width: layout.stripWidth }}>
        {map.axis === 'single' && map.subject !== 'quality' && layout.mode !== 'narrow' && (
          <span className={styles.gate}>threshold</span>
        )}
        <AxisTicks ticks={ticks} />
      </div>
      {layout.mode === 'inline' && (
        <div style={{ width: layout.statusWidth }} className={styles.title}>
          {map.axis === 'time' ? 'Now' : 'Verdict'}
        </div>
      )}
      {layout.effectWidth > 0 && (
        <div style={{ width: layout.effectWidth }} className={styles.title}>
          {EFFECT_COLUMNS[map.subject][map.axis]}
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  axis: css({
    display: 'flex',
    columnGap: COLUMN_GAP,
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
  }),
  ticks: css({ position: 'relative', flex: 'none', overflow: 'hidden' }),
  gate: css({ position: 'absolute', left: '50%', paddingLeft: 4, whiteSpace: 'nowrap' }),
});
