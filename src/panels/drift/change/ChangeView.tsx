import React, { useMemo, useState } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import type { ChangeTrack } from '../../../frames/change/readChangeSeries';
import { AXIS_HEIGHT, AxisTicks } from '../../shared/AxisTicks';
import { axisTicks } from '../../shared/axisTicks';
import { PanelTooltip } from '../../shared/PanelTooltip';
import { timeFormatter } from '../../shared/timeWords';
import { ChangeStrip } from './ChangeStrip';
import { timeSpan } from './changeShape';
import { byNewestChange, describeTracks, trackDetails, trackName, trackStatus } from './trackWords';

interface Props {
  tracks: readonly ChangeTrack[];
  width: number;
  height: number;
  timeZone: TimeZone;
}

const SUMMARY = 24;
const GAP = 12;
const NARROW = 620;
const CHARACTER = 7.3;

/** Series below one another, each with its level and the changes of it: those that changed come first. */
export function ChangeView({ tracks, width, height, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const [hovered, setHovered] = useState<{ key: string; position: { x: number; y: number } } | null>(null);
  const sorted = useMemo(() => [...tracks].sort(byNewestChange), [tracks]);
  const span = useMemo(() => timeSpan(tracks), [tracks]);
  const times = tracks[0].times;
  const formatTime = useMemo(() => timeFormatter(times, timeZone), [times, timeZone]);
  const hasSeveral = new Set(tracks.map(({ query }) => query)).size > 1;
  const inner = width - 12;
  const isNarrow = width < NARROW;
  const longest = Math.max(...sorted.map((track) => trackName(track, hasSeveral).length));
  const nameWidth = isNarrow ? inner : Math.round(Math.min(longest * CHARACTER + 8, 0.24 * inner));
  const statusWidth = isNarrow ? inner : Math.round(0.24 * inner);
  const stripWidth = isNarrow ? inner : inner - nameWidth - statusWidth - 2 * GAP;
  const room = height - SUMMARY - AXIS_HEIGHT;
  const stripHeight = Math.round(Math.min(Math.max(room / sorted.length - 8, 34), 110));
  const columns = times.map((start) => ({ start, left: (start - span.from) / Math.max(1, span.to - span.from) }));
  const shown = hovered === null ? undefined : sorted.find(({ key }) => key === hovered.key);
  return (
    <div style={{ width, height }} className={styles.view}>
      <strong className={styles.summary}>{describeTracks(tracks)}</strong>
      <div
        className={styles.axis}
        style={{ marginLeft: isNarrow ? 0 : nameWidth + GAP, width: stripWidth }}
        aria-hidden
      >
        <AxisTicks ticks={axisTicks(columns, stripWidth, ({ start }) => formatTime(start))} />
      </div>
      <div className={styles.rows} role="list" aria-label={describeTracks(tracks)}>
        {sorted.map((track) => {
          const name = trackName(track, hasSeveral);
          const status = trackStatus(track, formatTime);
          return (
            <div
              key={track.key}
              role="listitem"
              className={cx(styles.row, isNarrow && styles.narrow)}
              style={isNarrow ? undefined : { gridTemplateColumns: `${nameWidth}px ${stripWidth}px ${statusWidth}px` }}
              onMouseMove={(event) => setHovered({ key: track.key, position: { x: event.clientX, y: event.clientY } })}
              onMouseLeave={() => setHovered(null)}
            >
              <span className={styles.name} title={name}>
                {name}
              </span>
              <ChangeStrip track={track} span={span} width={stripWidth} height={stripHeight} />
              <span className={styles.status}>{status}</span>
            </div>
          );
        })}
      </div>
      {hovered && shown && (
        <PanelTooltip position={hovered.position}>
          <strong>{trackName(shown, hasSeveral)}</strong>
          {trackDetails(shown).map((line) => (
            <div key={line} className={styles.detail}>
              {line}
            </div>
          ))}
        </PanelTooltip>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  view: css({ display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  summary: css({ lineHeight: `${SUMMARY}px`, fontWeight: theme.typography.fontWeightMedium, flex: 'none' }),
  axis: css({
    position: 'relative',
    flex: 'none',
    height: AXIS_HEIGHT,
    overflow: 'hidden',
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${AXIS_HEIGHT}px`,
    color: theme.colors.text.secondary,
  }),
  rows: css({ flex: '1 1 auto', overflowX: 'hidden', overflowY: 'auto', scrollbarWidth: 'thin' }),
  row: css({
    display: 'grid',
    alignItems: 'center',
    columnGap: GAP,
    padding: theme.spacing(0.5, 0),
    '&:hover': { backgroundColor: theme.colors.action.hover },
  }),
  narrow: css({ gridTemplateColumns: '1fr' }),
  name: css({
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightMedium,
  }),
  status: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  detail: css({ marginTop: theme.spacing(0.5) }),
});
