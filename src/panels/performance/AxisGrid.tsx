import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Scale } from '../shared/scale';

interface Props {
  ticks: readonly number[];
  scale: Scale;
  /** Ends of the grid lines, in pixels. */
  left: number;
  right: number;
  write: (value: number) => string;
}

/** Lines across a chart, with their values to the left. */
export function AxisGrid({ ticks, scale, left, right, write }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={scale(tick)} y2={scale(tick)} className={styles.line} />
          <text x={left - 6} y={scale(tick)} dy="0.35em" textAnchor="end" className={styles.label}>
            {write(tick)}
          </text>
        </g>
      ))}
    </>
  );
}

interface BottomProps {
  ticks: readonly number[];
  scale: Scale;
  y: number;
  /** Ends of the axis, in pixels: texts stay between them. */
  left: number;
  right: number;
  write: (value: number) => string;
}

/** Values below a chart. */
export function BottomTicks({ ticks, scale, y, left, right, write }: BottomProps) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {ticks.map((tick) => {
        const x = scale(tick);
        const anchor = x < left + 12 ? 'start' : x > right - 12 ? 'end' : 'middle';
        return (
          <text key={tick} x={x} y={y} textAnchor={anchor} className={styles.label}>
            {write(tick)}
          </text>
        );
      })}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ stroke: theme.colors.border.weak, shapeRendering: 'crispEdges' }),
  label: css({ fill: theme.colors.text.secondary, fontSize: 11, fontFamily: theme.typography.fontFamily }),
});
