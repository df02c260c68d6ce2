import React, { useId, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { AXIS_HEIGHT, AxisTicks } from '../shared/AxisTicks';
import { axisTicks } from '../shared/axisTicks';
import { columnAt } from '../shared/columnAt';
import { formatNumber } from '../shared/formatNumber';
import { linearScale, niceTicks } from '../shared/scale';
import { type FormatTime, writeWindow } from '../shared/timeWords';
import { useChartPointer } from '../shared/useChartPointer';
import { AxisGrid } from './AxisGrid';
import { ChartLines } from './ChartLines';
import { valueRange } from './model/chartLines';
import { describePoint } from './model/describePoint';
import type { Point, Track } from './model/PerformanceBoard';
import { PendingPattern } from './PendingPattern';
import { PointTooltip } from './PointTooltip';

interface Props {
  track: Track;
  width: number;
  height: number;
  timeZone: TimeZone;
  formatTime: FormatTime;
}

const MARGIN = { top: 8, right: 8, bottom: 4, left: 46 };

/** A metric over time with its interval, the estimate, the baseline, and what it is held against. */
export function TrackChart({ track, width, height, timeZone, formatTime }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const hatch = useId();
  const clip = useId();
  const { points } = track;
  const inner = Math.max(1, width - MARGIN.left - MARGIN.right);
  const ground = height - AXIS_HEIGHT - MARGIN.bottom;
  const range = useMemo(() => valueRange(points), [points]);
  const x = linearScale([0, 1], [MARGIN.left, MARGIN.left + inner]);
  const y = linearScale(range, [ground, MARGIN.top]);
  const ticks = niceTicks(range[0], range[1], Math.max(2, Math.floor((ground - MARGIN.top) / 36)));
  const when = (point: Point) => windowInWords(point, timeZone);
  const { index, handlers, tooltip } = useChartPointer({
    title: `${[track.name, track.where].filter(Boolean).join(', ')} over time`,
    entries: points,
    describe: (point) => describePoint(point, when(point), formatTime),
    tooltip: (point) => <PointTooltip track={track} point={point} when={when(point)} formatTime={formatTime} />,
    find: (px) => columnAt(points, (px - MARGIN.left) / inner),
    place: (point) => ({ x: x(point.right), y: MARGIN.top + 20 }),
  });
  const active = index === null ? undefined : points[index];
  const columns = points.map(({ start, left }) => ({ start, left }));
  return (
    <div className={styles.chart} style={{ width, height }} {...handlers}>
      <svg width={width} height={ground + MARGIN.bottom} aria-hidden="true">
        <PendingPattern id={hatch} />
        <clipPath id={clip}>
          <rect x={MARGIN.left - 6} y={0} width={inner + 12} height={ground + 2} />
        </clipPath>
        {points.map(
          (point) =>
            point.row.mature_at !== null && (
              <rect
                key={point.left}
                x={x(point.left)}
                y={MARGIN.top}
                width={Math.max(1, x(point.right) - x(point.left))}
                height={ground - MARGIN.top}
                fill={`url(#${hatch})`}
              />
            )
        )}
        <AxisGrid
          ticks={ticks}
          scale={y}
          left={MARGIN.left}
          right={width - MARGIN.right}
          write={(value) => formatNumber(value).replace('-', '−')}
        />
        {active && (
          <rect
            x={x(active.left)}
            width={Math.max(1, x(active.right) - x(active.left))}
            y={MARGIN.top}
            height={ground - MARGIN.top}
            fill={theme.colors.action.hover}
          />
        )}
        <g clipPath={`url(#${clip})`}>
          <ChartLines points={points} x={x} y={y} ground={ground} active={index} />
        </g>
      </svg>
      <div className={styles.axis} style={{ left: MARGIN.left, width: inner }}>
        <AxisTicks ticks={axisTicks(columns, inner, ({ start }) => (start === null ? '' : formatTime(start)))} />
      </div>
      {tooltip}
    </div>
  );
}

export function windowInWords({ start, end }: Point, timeZone: TimeZone): string {
  return start === null || end === null ? 'All rows' : writeWindow(start, end, timeZone);
}

const getStyles = (theme: GrafanaTheme2) => ({
  chart: css({
    position: 'relative',
    flex: 'none',
    svg: { display: 'block' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, borderRadius: 2 },
  }),
  axis: css({
    position: 'absolute',
    bottom: 0,
    height: AXIS_HEIGHT,
    overflow: 'hidden',
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${AXIS_HEIGHT}px`,
    color: theme.colors.text.secondary,
  }),
});
