import React, { memo, useId, useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import { GLYPH_PATHS } from '../shared/VerdictGlyph';
import { verdictColor } from '../shared/verdictColor';
import type { MapCell, MapColumn } from './model/DriftMap';
import { cellBoxes, stripPaths } from './model/stripPaths';

interface Props {
  cells: ReadonlyArray<MapCell | undefined>;
  columns: readonly MapColumn[];
  width: number;
  height: number;
}

const GLYPH = 10;
const WIDE_ENOUGH_FOR_GLYPH = 18;

/** A row of the map. Height and color tell the verdict; cells with room for it have its sign too. */
export const CellStrip = memo(function CellStrip({ cells, columns, width, height }: Props) {
  const theme = useTheme2();
  const hatch = useId();
  const boxes = useMemo(() => cellBoxes(cells, columns, width, height), [cells, columns, width, height]);
  // All cells or none, though some are a pixel wider than others.
  const hasGlyphs = width / columns.length >= WIDE_ENOUGH_FOR_GLYPH;
  const paths = useMemo(() => stripPaths(cells, boxes), [cells, boxes]);
  return (
    <svg width={width} height={height} aria-hidden="true" style={{ display: 'block' }} shapeRendering="crispEdges">
      <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.5" height="5" fill={theme.colors.text.disabled} fillOpacity="0.6" />
      </pattern>
      {[...paths].map(([verdict, path]) => (
        <path
          key={verdict}
          d={path}
          fill={
            verdict === 'drift' || verdict === 'warning' || verdict === 'no_drift'
              ? verdictColor(theme, verdict)
              : `url(#${hatch})`
          }
        />
      ))}
      {boxes.map((box, index) => {
        const verdict = cells[index]?.row.verdict;
        if (!box || !verdict || verdict === 'no_drift' || !hasGlyphs || box.height < GLYPH + 2) {
          return null;
        }
        const x = box.x + (box.width - GLYPH) / 2;
        const y = box.y + (box.height - GLYPH) / 2;
        return (
          <path
            key={index}
            d={GLYPH_PATHS[verdict]}
            transform={`translate(${x} ${y}) scale(${GLYPH / 12})`}
            shapeRendering="auto"
            fill={
              verdict === 'drift' || verdict === 'warning'
                ? theme.colors.getContrastText(verdictColor(theme, verdict))
                : theme.colors.text.secondary
            }
          />
        );
      })}
    </svg>
  );
});
