import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Bin } from '../../frames/distribution/readDistribution';
import type { FormatValue } from './fieldDisplay';
import { binHeights } from './model/binHeights';
import { heightAxis } from './model/heightAxis';
import { linearScale, niceTicks } from '../shared/scale';
import { SIDES, type SideColors, type SideVisibility } from './model/Side';
import { stepPath } from './model/stepPath';
import { useChartPointer } from '../shared/useChartPointer';

interface Props {
  title: string;
  bins: readonly Bin[];
  width: number;
  height: number;
  colors: SideColors;
  visible: SideVisibility;
  logarithmic: boolean;
  format: FormatValue;
  /** What is shown beside the pointer, and read of a bin. */
  describe: (bin: Bin) => string;
  tooltip: (bin: Bin) => React.ReactNode;
}

const MARGIN = { top: 6, right: 10, bottom: 20, left: 44 };

/** Baseline as grey bars, current as an outline over them, on one axis of values. */
export function BinsChart({
  title,
  bins,
  width,
  height,
  colors,
  visible,
  logarithmic,
  format,
  describe,
  tooltip,
}: Props) {
  const styles = useStyles2(getStyles);
  const heights = useMemo(() => binHeights(bins), [bins]);
  const ground = height - MARGIN.bottom;
  const domain = [bins[0]?.low ?? 0, bins.at(-1)?.high ?? 1] as const;
  const x = linearScale(domain, [MARGIN.left, width - MARGIN.right]);
  const y = heightAxis(heights, logarithmic, [ground, MARGIN.top]);
  const xTicks = niceTicks(domain[0], domain[1], Math.max(2, Math.floor((width - MARGIN.left) / 70)));
  const {
    index,
    handlers,
    tooltip: shown,
  } = useChartPointer({
    title,
    entries: bins,
    describe,
    tooltip,
    find: (px) =>
      bins.findIndex((bin, position) => px >= x(bin.low) && (px < x(bin.high) || position === bins.length - 1)),
    place: (bin) => ({ x: x(bin.high), y: MARGIN.top + 20 }),
  });
  const active = index === null ? undefined : bins[index];
  return (
    <div className={styles.chart} style={{ width, height }} {...handlers}>
      <svg width={width} height={height} aria-hidden="true">
        {y.ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y.scale(tick)}
              y2={y.scale(tick)}
              className={styles.line}
            />
            <text x={MARGIN.left - 6} y={y.scale(tick)} dy="0.35em" textAnchor="end" className={styles.label}>
              {y.write(tick)}
            </text>
          </g>
        ))}
        {active && (
          <rect
            x={x(active.low)}
            width={Math.max(1, x(active.high) - x(active.low))}
            y={MARGIN.top}
            height={ground - MARGIN.top}
            className={styles.active}
          />
        )}
        {SIDES.filter((side) => visible[side]).map((side) => (
          <path
            key={side}
            d={stepPath(bins, heights[side], x, y.scale, ground)}
            fill={colors[side]}
            fillOpacity={side === 'baseline' ? 0.4 : 0.18}
            stroke={colors[side]}
            strokeWidth={side === 'baseline' ? 0.75 : 1.75}
            strokeLinejoin="round"
          />
        ))}
        <line x1={MARGIN.left} x2={width - MARGIN.right} y1={ground} y2={ground} className={styles.ground} />
        {xTicks.map((tick) => (
          <text
            key={tick}
            x={x(tick)}
            y={height - 5}
            textAnchor={x(tick) < MARGIN.left + 16 ? 'start' : x(tick) > width - MARGIN.right - 20 ? 'end' : 'middle'}
            className={styles.label}
          >
            {format(tick)}
          </text>
        ))}
      </svg>
      {shown}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  chart: css({
    position: 'relative',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, borderRadius: 2 },
  }),
  line: css({ stroke: theme.colors.border.weak, shapeRendering: 'crispEdges' }),
  ground: css({ stroke: theme.colors.border.strong, shapeRendering: 'crispEdges' }),
  active: css({ fill: theme.colors.action.hover }),
  label: css({ fill: theme.colors.text.secondary, fontSize: 11, fontFamily: theme.typography.fontFamily }),
});
