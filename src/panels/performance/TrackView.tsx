import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import type { FormatTime } from '../shared/timeWords';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { ChartKey } from './ChartKey';
import { hasLine, type LineName } from './model/chartLines';
import type { Track } from './model/PerformanceBoard';
import { TrackChart } from './TrackChart';
import { WindowTable } from './WindowTable';

interface Props {
  track: Track;
  /** Above the chart, with the segment. */
  showName: boolean;
  width: number;
  height: number;
  timeZone: TimeZone;
  formatTime: FormatTime;
}

const LINES: readonly LineName[] = ['value', 'interval', 'pending', 'estimate', 'baseline', 'limit', 'objective'];

/** A metric over time, what its lines are, and why its newest judged window has its verdict. */
export function TrackView({ track, showName, width, height, timeZone, formatTime }: Props) {
  const styles = useStyles2(getStyles);
  const { name, where, points, newest } = track;
  return (
    <>
      {showName && (
        <h4 className={styles.name}>
          {name}
          {where !== '' && <span className={styles.where}> {where}</span>}
        </h4>
      )}
      <TrackChart track={track} width={width} height={height} timeZone={timeZone} formatTime={formatTime} />
      <ChartKey lines={LINES.filter((line) => hasLine(points, line))} />
      {newest.row.reason !== '' && (
        <p className={styles.reason}>
          <span className={styles.glyph}>
            <VerdictGlyph verdict={newest.row.verdict} />
          </span>
          <span>
            {newest.row.reason} {newest.row.severity !== 0 && newest.row.next_step}
          </span>
        </p>
      )}
      <WindowTable track={track} timeZone={timeZone} formatTime={formatTime} />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  name: css({ margin: 0, fontSize: theme.typography.body.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  where: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  reason: css({ display: 'flex', gap: theme.spacing(0.75), margin: theme.spacing(0.5, 0) }),
  glyph: css({ display: 'flex', alignItems: 'center', height: '1.57em' }),
});
