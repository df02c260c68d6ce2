import React from 'react';
import { useTheme2 } from '@grafana/ui';
import type { Scale } from '../shared/scale';
import { verdictColor } from '../shared/verdictColor';
import { GLYPH_PATHS } from '../shared/VerdictGlyph';
import { lineStyle } from './lineStyles';
import type { Point } from './model/PerformanceBoard';

interface Props {
  point: Point;
  /** In pixels. */
  x: number;
  y: Scale;
  ground: number;
  isActive: boolean;
}

const GLYPH = 11;
const CROSS = 'M-3-3L3 3M3-3L-3 3';

/** A window in the chart: a dot, hollow while labels are to come; a sign where it is worse or warns; a cross on the axis without a value. */
export function PointMark({ point, x, y, ground, isActive }: Props) {
  const theme = useTheme2();
  const { value, estimated, verdict, severity, mature_at } = point.row;
  if (value === null) {
    return estimated === null ? (
      <path
        d={CROSS}
        transform={`translate(${x} ${ground - 6})`}
        stroke={theme.colors.text.secondary}
        strokeWidth={1.5}
      />
    ) : (
      <circle cx={x} cy={y(estimated)} r={isActive ? 3.5 : 2.5} fill={lineStyle(theme, 'estimate').color} />
    );
  }
  if (mature_at === null && (severity ?? 0) > 0) {
    return (
      <path
        d={GLYPH_PATHS[verdict]}
        transform={`translate(${x - GLYPH / 2} ${y(value) - GLYPH / 2}) scale(${GLYPH / 12})`}
        fill={verdictColor(theme, verdict)}
        stroke={theme.colors.background.primary}
        strokeWidth={1}
      />
    );
  }
  const { color } = lineStyle(theme, 'value');
  const isHollow = mature_at !== null;
  return (
    <circle
      cx={x}
      cy={y(value)}
      r={(isHollow ? 3.5 : 3) + (isActive ? 1 : 0)}
      fill={isHollow ? theme.colors.background.primary : color}
      stroke={color}
      strokeWidth={isHollow ? 1.75 : 0}
    />
  );
}
