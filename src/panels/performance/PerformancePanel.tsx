import React, { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2, PanelProps } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { isTornPerformance } from '../../frames/performance/readPerformance';
import { NoData } from '../shared/NoData';
import { notesHeight, PanelNotes } from '../shared/PanelNotes';
import { textLines } from '../shared/textLines';
import { timeFormatter } from '../shared/timeWords';
import { BoardLegend } from './BoardLegend';
import { DetailViews } from './DetailViews';
import { boardLayout } from './model/boardLayout';
import { buildBoard } from './model/buildBoard';
import { describeBoard } from './model/describeBoard';
import { detailsOf } from './model/detailsOf';
import type { PerformanceBoard, Track } from './model/PerformanceBoard';
import { DEFAULT_OPTIONS, type PerformanceOptions } from './options';
import { TrackTable } from './TrackTable';
import { TrackView } from './TrackView';

/** How good predictions are: metrics over time with their intervals, and what of them one window shows. */
export function PerformancePanel(props: PanelProps<PerformanceOptions>) {
  const { data, options, width, height, timeZone } = props;
  const styles = useStyles2(getStyles);
  const board = useMemo(() => buildBoard(data.series, options.onlyDeciding), [data.series, options.onlyDeciding]);
  const formatTime = useMemo(() => timeFormatter(timesOf(board), timeZone), [board, timeZone]);
  const [chosen, setChosen] = useState<string | null>(null);
  if (board === null) {
    const message = emptyMessage(data.series);
    return <NoData panelId={props.id} data={data} fieldConfig={props.fieldConfig} message={message} />;
  }
  const parts = options.parts ?? DEFAULT_OPTIONS.parts;
  const selected = selectedTrack(board, chosen, options.metric);
  const main = parts.filter((part) => part === 'chart' || part === 'table');
  const details = detailsOf(board, selected, parts);
  const explanation = board.explanations.find(isOf(selected));
  const summary = describeBoard(board, formatTime);
  const summaryHeight = options.showSummary ? SUMMARY_LINE * textLines(summary, width, CHARACTER) + 4 : 0;
  const legendHeight = options.showLegend ? LEGEND_HEIGHT : 0;
  const notes = options.showSummary ? board.notes : [];
  const layout = boardLayout(board, {
    ...{ width, main },
    height: height - summaryHeight - notesHeight(notes, width) - legendHeight,
    details: details.count,
  });
  return (
    <div className={styles.panel} style={{ width, height }}>
      {options.showSummary && (
        <div className={styles.summary} style={{ height: summaryHeight }}>
          {summary}
        </div>
      )}
      <PanelNotes notes={notes} width={width} />
      {/* What does not fit is scrolled to, by keyboard too. */}
      <div className={styles.scroller} tabIndex={0} role="group" aria-label={summary}>
        {main.length > 0 && (
          <div style={{ width: layout.mainWidth }}>
            {parts.includes('chart') && (
              <TrackView
                track={selected}
                showName={board.tracks.length > 1 || !parts.includes('table')}
                width={layout.mainWidth}
                height={layout.chartHeight}
                timeZone={timeZone}
                formatTime={formatTime}
              />
            )}
            {parts.includes('table') && (
              <TrackTable
                tracks={board.tracks}
                caption={summary}
                frames={data.series}
                formatTime={formatTime}
                isNarrow={layout.isNarrow}
                selected={selected}
                onSelect={({ key }) => setChosen(key)}
              />
            )}
            {explanation && <p className={styles.explanation}>{explanation.reason}</p>}
          </div>
        )}
        {details.count > 0 && (
          <div className={layout.isBeside ? styles.beside : styles.below}>
            <DetailViews
              details={details}
              width={layout.detailWidth}
              height={layout.detailHeight}
              timeZone={timeZone}
            />
          </div>
        )}
      </div>
      {options.showLegend && (
        <BoardLegend board={board} selected={selected} isNarrow={layout.isNarrow} timeZone={timeZone} />
      )}
    </div>
  );
}

function isOf(track: Track) {
  return ({ query, metric }: { query: string; metric: string }) => query === track.query && metric === track.metric;
}

/** What somebody clicked; else the metric of the options; else what matters most. */
function selectedTrack({ tracks }: PerformanceBoard, chosen: string | null, metric: string): Track {
  return tracks.find(({ key }) => key === chosen) ?? tracks.find((track) => track.metric === metric) ?? tracks[0];
}

/** Windows and when their labels are complete: where one of them is no midnight, all are written with the time of day. */
function timesOf(board: PerformanceBoard | null): number[] {
  const points = board?.tracks.flatMap((track) => track.points) ?? [];
  return [...new Set(points.flatMap(({ start, row }) => [start, row.mature_at]))].filter((time) => time !== null);
}

function emptyMessage(frames: readonly DataFrame[]): string {
  if (frames.some(isTornPerformance)) {
    return 'A transformation has taken off or doubled columns of the performance table. Remove it.';
  }
  return frames.some(({ name }) => name === 'performance')
    ? 'No predictions in this time range. Select a longer range.'
    : 'No performance data. Select the Modelwatch data source, query type Performance, and format Table.';
}

const CHARACTER = 7.6;
const SUMMARY_LINE = 22;
const LEGEND_HEIGHT = 26;

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ position: 'relative', display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  summary: css({
    lineHeight: `${SUMMARY_LINE}px`,
    overflow: 'hidden',
    fontWeight: theme.typography.fontWeightMedium,
  }),
  scroller: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
    columnGap: 20,
    rowGap: theme.spacing(1.5),
    flex: '1 1 0',
    minHeight: 0,
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    scrollbarColor: `${theme.colors.action.disabledText} transparent`,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  explanation: css({ margin: theme.spacing(0.5, 0, 0), color: theme.colors.text.secondary }),
  beside: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5) }),
  below: css({
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: 20,
    rowGap: theme.spacing(1.5),
    alignItems: 'flex-start',
  }),
});
