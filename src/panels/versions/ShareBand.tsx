import React, { useId, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { columnAt } from '../shared/columnAt';
import { writeWindow } from '../shared/timeWords';
import { useChartPointer } from '../shared/useChartPointer';
import { CHANGE_PATHS, changeColor } from './ChangeGlyph';
import { bandPaths } from './model/bandPaths';
import { describeWindow } from './model/describeWindow';
import { placeMarks } from './model/placeMarks';
import type { SegmentTrace, VersionBoard } from './model/VersionBoard';
import type { VersionColors } from './versionColors';
import { WindowTooltip } from './WindowTooltip';

interface Props {
  board: VersionBoard;
  trace: SegmentTrace;
  title: string;
  width: number;
  /** Of the bands alone; the signs of changes stand above them. */
  height: number;
  colors: VersionColors;
  timeZone: TimeZone;
}

/** Room for the signs of changes, in pixels. */
export const MARKS_HEIGHT = 16;
const GLYPH = 10;
const CHARACTER = 7;

/** The versions' shares stacked over time, with a line and a sign for each change. */
export function ShareBand({ board, trace, title, width, height, colors, timeZone }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const hatch = useId();
  const { windows, versions, changes } = trace;
  const bands = useMemo(
    () => bandPaths(versions, windows, board.versions, { width, height }),
    [versions, windows, board.versions, width, height]
  );
  const marks = useMemo(
    () => placeMarks(changes, { from: board.from, to: board.to, width }),
    [changes, board.from, board.to, width]
  );
  const places = useMemo(() => windows.map((_, index) => index), [windows]);
  const { index, handlers, tooltip } = useChartPointer({
    title,
    entries: places,
    describe: (place) => describeWindow(trace, place, writeWindow(windows[place].start, windows[place].end, timeZone)),
    tooltip: (place) => <WindowTooltip trace={trace} window={place} colors={colors} timeZone={timeZone} />,
    find: (x) => columnAt(windows, x / width),
    place: (place) => ({ x: windows[place].right * width, y: MARKS_HEIGHT + height / 2 }),
  });
  const active = index === null ? undefined : windows[index];
  return (
    <div className={styles.band} style={{ width, height: height + MARKS_HEIGHT }} {...handlers}>
      <svg width={width} height={height + MARKS_HEIGHT} aria-hidden="true">
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.5" height="5" fill={theme.colors.text.disabled} fillOpacity="0.6" />
        </pattern>
        <g transform={`translate(0 ${MARKS_HEIGHT})`} shapeRendering="crispEdges">
          <rect width={width} height={height} fill={theme.colors.background.secondary} />
          {gapsOf(trace).map(({ left, right }) => (
            <rect
              key={left}
              x={Math.round(left * width)}
              width={Math.max(1, Math.round((right - left) * width))}
              height={height}
              fill={`url(#${hatch})`}
            />
          ))}
          {bands.map(({ version, path }) => (
            <path key={version} d={path} fill={colors.get(version)} />
          ))}
          {active && (
            <rect
              x={Math.round(active.left * width)}
              width={Math.max(1, Math.round((active.right - active.left) * width))}
              height={height}
              className={styles.active}
            />
          )}
        </g>
        {bands.map(({ version, label }) =>
          label && label.width >= version.length * CHARACTER + 8 ? (
            <text
              key={version}
              x={label.x}
              y={MARKS_HEIGHT + label.y}
              dy="0.35em"
              textAnchor="middle"
              className={styles.label}
              fill={theme.colors.getContrastText(colors.get(version) ?? theme.colors.text.primary)}
            >
              {version}
            </text>
          ) : null
        )}
        {marks.map(({ change, x, hasSign }, mark) => (
          <g key={mark} fill={changeColor(theme, change.kind)}>
            <rect
              x={Math.min(Math.max(0, x - 1), width - 2)}
              y={hasSign ? MARKS_HEIGHT - 3 : MARKS_HEIGHT}
              width={2}
              height={hasSign ? height + 3 : height}
              fillOpacity={0.8}
            />
            {hasSign && (
              <path
                d={CHANGE_PATHS[change.kind]}
                transform={`translate(${Math.min(Math.max(0, x - GLYPH / 2), width - GLYPH)} 1) scale(${GLYPH / 12})`}
              />
            )}
          </g>
        ))}
      </svg>
      {tooltip}
    </div>
  );
}

/** Windows without calls. */
function gapsOf({ windows, versions }: SegmentTrace) {
  return windows.filter((_, index) => versions.every(({ shares }) => shares[index] == null));
}

const getStyles = (theme: GrafanaTheme2) => ({
  band: css({
    position: 'relative',
    flex: 'none',
    svg: { display: 'block' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, borderRadius: 2 },
  }),
  active: css({ fill: 'none', stroke: theme.colors.text.maxContrast }),
  label: css({ fontSize: 11, fontFamily: theme.typography.fontFamily, pointerEvents: 'none' }),
});
