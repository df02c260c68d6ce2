import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import { AXIS_HEIGHT, AxisTicks } from '../shared/AxisTicks';
import type { Tick } from '../shared/axisTicks';
import type { FormatTime } from '../shared/timeWords';
import type { BoardLayout } from './model/boardLayout';
import { shortTrace } from './model/describeBoard';
import type { VersionBoard } from './model/VersionBoard';
import { MARKS_HEIGHT, ShareBand } from './ShareBand';
import type { VersionColors } from './versionColors';

interface Props {
  board: VersionBoard;
  layout: BoardLayout;
  ticks: readonly Tick[];
  colors: VersionColors;
  timeZone: TimeZone;
  formatTime: FormatTime;
}

/** A band for each segment, above one axis of time. */
export function BandRows({ board, layout, ticks, colors, timeZone, formatTime }: Props) {
  const styles = useStyles2(getStyles);
  const { isNarrow, nameWidth, bandWidth, bandHeight } = layout;
  const several = board.segments.length > 1;
  return (
    <>
      {board.segments.map((trace) => (
        <div key={trace.key} className={isNarrow ? undefined : styles.row}>
          {several && (
            <div className={styles.name} style={isNarrow ? undefined : { width: nameWidth, paddingTop: MARKS_HEIGHT }}>
              <div>{trace.name}</div>
              {!isNarrow && <div className={styles.status}>{shortTrace(trace, formatTime)}</div>}
            </div>
          )}
          <ShareBand
            board={board}
            trace={trace}
            title={['Shares of the versions over time', trace.name].filter(Boolean).join(', ')}
            width={bandWidth}
            height={bandHeight}
            colors={colors}
            timeZone={timeZone}
          />
        </div>
      ))}
      <div className={styles.axis} style={{ marginLeft: nameWidth, width: bandWidth }} aria-hidden="true">
        <AxisTicks ticks={ticks} />
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex' }),
  name: css({
    flex: 'none',
    paddingRight: theme.spacing(1),
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: '17px',
    overflow: 'hidden',
  }),
  status: css({
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightRegular,
    fontSize: theme.typography.bodySmall.fontSize,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  axis: css({
    position: 'relative',
    height: AXIS_HEIGHT,
    overflow: 'hidden',
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${AXIS_HEIGHT}px`,
    color: theme.colors.text.secondary,
  }),
});
