import React from 'react';
import { useTheme2 } from '@grafana/ui';
import type { Scale } from '../shared/scale';
import { lineStyle } from './lineStyles';
import { bandPath, heightOf, type LineName, middleLine, middleOf, stepLine } from './model/chartLines';
import type { Point } from './model/PerformanceBoard';
import { PointMark } from './PointMark';

interface Props {
  points: readonly Point[];
  x: Scale;
  y: Scale;
  /** Of the axis, in pixels. */
  ground: number;
  /** The window that is pointed at. */
  active: number | null;
}

/** The lines, bands and marks of a chart. */
export function ChartLines({ points, x, y, ground, active }: Props) {
  const theme = useTheme2();
  const { color } = lineStyle(theme, 'value');
  const path = (line: Exclude<LineName, 'interval'>, draw: typeof middleLine) => {
    const style = lineStyle(theme, line);
    const d = draw(points, (point) => heightOf(point, line), { x, y });
    return <path d={d} fill="none" stroke={style.color} strokeWidth={style.width} strokeDasharray={style.dash} />;
  };
  return (
    <>
      <path d={bandPath(points, { x, y })} fill={color} fillOpacity={0.22} />
      {path('baseline', stepLine)}
      {path('limit', stepLine)}
      {path('objective', stepLine)}
      {path('estimate', middleLine)}
      {path('value', middleLine)}
      {points.map((point, index) => (
        <Whisker key={index} point={point} x={x} y={y} isPlain={active === index} />
      ))}
      {points.map((point, index) => (
        <PointMark key={index} point={point} x={x(middleOf(point))} y={y} ground={ground} isActive={active === index} />
      ))}
    </>
  );
}

/** The interval of one window: thin, so that a window that stands alone has one too. */
function Whisker({ point, x, y, isPlain }: { point: Point; x: Scale; y: Scale; isPlain: boolean }) {
  const theme = useTheme2();
  const { low, high, mature_at } = point.row;
  if (low === null || high === null) {
    return null;
  }
  const at = x(middleOf(point));
  return (
    <line
      x1={at}
      x2={at}
      y1={y(low)}
      y2={y(high)}
      stroke={lineStyle(theme, 'value').color}
      strokeWidth={isPlain ? 2 : 1}
      strokeOpacity={isPlain ? 1 : 0.7}
      strokeDasharray={mature_at === null ? undefined : '2 2'}
    />
  );
}
