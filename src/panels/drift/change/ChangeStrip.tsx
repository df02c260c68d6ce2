import React, { memo, useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { ChangeTrack } from '../../../frames/change/readChangeSeries';
import { changeShape } from './changeShape';

interface Props {
  track: ChangeTrack;
  span: { readonly from: number; readonly to: number };
  width: number;
  height: number;
}

/** Values quiet, the level strong; a line where an abrupt change began before its 95% interval, a band where one was gradual. */
export const ChangeStrip = memo(function ChangeStrip({ track, span, width, height }: Props) {
  const theme = useTheme2();
  const shape = useMemo(() => changeShape(track, span, width, height), [track, span, width, height]);
  const color = theme.visualization.getColorByName;
  const colors = { abrupt: color(theme.isDark ? 'red' : 'semi-dark-red'), gradual: color('orange') };
  return (
    <svg width={width} height={height} aria-hidden="true" style={{ display: 'block' }} data-testid="change">
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} stroke={theme.colors.border.weak} />
      {shape.changes.map(({ kind, x, from, to }) => (
        <React.Fragment key={`${kind} ${x}`}>
          <rect x={from} width={Math.max(0, to - from)} y="0" height={height} fill={colors[kind]} fillOpacity="0.18" />
          {kind === 'abrupt' && <line x1={x} x2={x} y1="0" y2={height} stroke={colors[kind]} strokeWidth="1.5" />}
        </React.Fragment>
      ))}
      <path d={shape.values} fill="none" stroke={theme.colors.text.secondary} strokeOpacity="0.55" />
      <path
        d={shape.level}
        fill="none"
        stroke={theme.visualization.getColorByName(theme.isDark ? 'light-blue' : 'dark-blue')}
        strokeWidth="2"
      />
    </svg>
  );
});
