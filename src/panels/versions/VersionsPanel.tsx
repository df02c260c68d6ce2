import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2, PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { axisTicks } from '../shared/axisTicks';
import { NoData } from '../shared/NoData';
import { notesHeight, PanelNotes } from '../shared/PanelNotes';
import { textLines } from '../shared/textLines';
import { timeFormatter } from '../shared/timeWords';
import { hasVariable, useVariable } from '../shared/useVariable';
import { BandRows } from './BandRows';
import { ChangeGlyph } from './ChangeGlyph';
import { ChangeList } from './ChangeList';
import { boardLayout } from './model/boardLayout';
import { buildBoard } from './model/buildBoard';
import { CHANGE_KINDS, CHANGES } from './model/changeWords';
import { describeBoard } from './model/describeBoard';
import type { VersionsOptions } from './options';
import { WordLegend } from '../shared/WordLegend';
import { versionColors } from './versionColors';
import { VersionTable } from './VersionTable';

/** Which version of a model is active, since when and with what share of the calls. */
export function VersionsPanel(props: PanelProps<VersionsOptions>) {
  const { data, options, width, height, timeZone, replaceVariables } = props;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const board = useMemo(() => buildBoard(data.series), [data.series]);
  const colors = useMemo(
    () => (board === null ? new Map<string, string>() : versionColors(board, data.series, theme)),
    [board, data.series, theme]
  );
  const formatTime = useMemo(
    () => timeFormatter(board?.segments[0]?.windows.map(({ start }) => start) ?? [], timeZone),
    [board, timeZone]
  );
  const selected = useVariable(options.versionVariable, replaceVariables);
  if (board === null) {
    const message = emptyMessage(data.series);
    return <NoData panelId={props.id} data={data} fieldConfig={props.fieldConfig} message={message} />;
  }
  const summary = describeBoard(board, formatTime);
  const summaryHeight = options.showSummary ? SUMMARY_LINE * textLines(summary, width, CHARACTER) + 4 : 0;
  const kinds = CHANGE_KINDS.filter((kind) =>
    board.segments.some(({ changes }) => changes.some((change) => change.kind === kind))
  );
  const legendHeight = options.showLegend ? LEGEND_HEIGHT : 0;
  const layout = boardLayout(
    board,
    width,
    height - summaryHeight - notesHeight(board.notes, width) - legendHeight,
    options
  );
  const ticks = axisTicks(board.segments[0].windows, layout.bandWidth, ({ start }) => formatTime(start));
  const isClickable = hasVariable(options.versionVariable, replaceVariables);
  const word = (kind: (typeof CHANGE_KINDS)[number]) => ({
    key: kind,
    glyph: <ChangeGlyph kind={kind} size={10} />,
    ...CHANGES[kind],
  });
  return (
    <div className={styles.panel} style={{ width, height }}>
      {options.showSummary && (
        <div className={styles.summary} style={{ height: summaryHeight }}>
          {summary}
        </div>
      )}
      <PanelNotes notes={board.notes} width={width} />
      {/* What does not fit is scrolled to, by keyboard too. */}
      <div className={styles.scroller} tabIndex={layout.overflows ? 0 : undefined} role="group" aria-label={summary}>
        <BandRows
          board={board}
          layout={layout}
          ticks={ticks}
          colors={colors}
          timeZone={timeZone}
          formatTime={formatTime}
        />
        {options.showTable && (
          <VersionTable
            board={board}
            caption={summary}
            colors={colors}
            formatTime={formatTime}
            isNarrow={layout.isNarrow}
            frames={data.series}
            selected={isClickable ? selected : []}
            onSelect={
              isClickable
                ? (version) => locationService.partial({ [`var-${options.versionVariable}`]: version })
                : undefined
            }
          />
        )}
        {options.showChanges && <ChangeList board={board} formatTime={formatTime} />}
      </div>
      {options.showLegend && (
        <WordLegend
          named={kinds.map(word).slice(0, layout.isNarrow ? 2 : 4)}
          explained={CHANGE_KINDS.map(word)}
          isNarrow={layout.isNarrow}
        >
          <dt>Share</dt>
          <dd>
            Of the calls that carry a version, in each window. Hatched windows have no calls. Active is the version with
            more than half of them.
          </dd>
        </WordLegend>
      )}
    </div>
  );
}

function emptyMessage(frames: readonly DataFrame[]): string {
  if (frames.length === 0) {
    return 'No version data in this time range. Check the version field, or select a longer range.';
  }
  if (frames.some(({ fields }) => isTorn(fields.map(({ name }) => name)))) {
    return 'A transformation has taken off which version the shares belong to. Remove it.';
  }
  return frames.every(({ name }) => name === 'versions')
    ? 'Select format Time series.'
    : 'No version data. Select the Modelwatch data source, query type Versions, and format Time series.';
}

/** Shares over time; the table of versions has a column for what a version is doing. */
function isTorn(names: readonly string[]): boolean {
  return names.some((name) => name === 'share' || name.endsWith('· share')) && !names.includes('status');
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
    flex: '1 1 0',
    minHeight: 0,
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    scrollbarColor: `${theme.colors.action.disabledText} transparent`,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
});
