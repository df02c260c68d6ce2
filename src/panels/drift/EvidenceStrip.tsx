import React, { memo, useId, useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import { verdictColor } from '../shared/verdictColor';
import type { MapCell, MapColumn } from './model/DriftMap';
import { evidenceShape } from './model/evidenceShape';

interface Props {
  cells: ReadonlyArray<MapCell | undefined>;
  columns: readonly MapColumn[];
  width: number;
  height: number;
}

/** A feature's evidence growing towards its limit, before the band of past windows. Only alarms and warnings are filled. */
export const EvidenceStrip = memo(function EvidenceStrip({ cells, columns, width, height }: Props) {
  const theme = useTheme2();
  const hatch = useId();
  const shape = useMemo(() => evidenceShape(cells, columns, width, height), [cells, columns, width, height]);
  return (
    <svg width={width} height={height} aria-hidden="true" style={{ display: 'block' }} data-testid="evidence">
      <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.5" height="5" fill={theme.colors.text.disabled} fillOpacity="0.6" />
      </pattern>
      <path d={shape.undecided} fill={`url(#${hatch})`} />
      <path d={shape.band} fill={theme.colors.text.secondary} fillOpacity={theme.isDark ? 0.16 : 0.14} />
      <path d={shape.warnings} fill={verdictColor(theme, 'warning')} fillOpacity="0.55" />
      <path d={shape.alarms} fill={verdictColor(theme, 'drift')} fillOpacity="0.75" />
      <line
        x1="0"
        x2={width}
        y1={shape.limitY}
        y2={shape.limitY}
        stroke={theme.colors.text.secondary}
        strokeDasharray="4 3"
        shapeRendering="crispEdges"
      />
      <path d={shape.line} fill="none" stroke={theme.colors.text.primary} strokeOpacity="0.75" strokeWidth="1.25" />
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} stroke={theme.colors.border.medium} />
    </svg>
  );
});
