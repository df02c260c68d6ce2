import React, { startTransition, useEffect, useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2, PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { readChangeSeries } from '../../frames/change/readChangeSeries';
import { isTornDrift } from '../../frames/drift/readDrift';
import type { VerdictWord } from '../../verdict/Verdict';
import { AXIS_HEIGHT } from '../shared/AxisTicks';
import { NoData } from '../shared/NoData';
import { notesHeight, PanelNotes } from '../shared/PanelNotes';
import { textLines } from '../shared/textLines';
import { timeFormatter } from '../shared/timeWords';
import { dataLinks } from '../shared/dataLinks';
import { alarmActions } from './alarm/alarmActions';
import { ChangeView } from './change/ChangeView';
import { DriftGrid } from './DriftGrid';
import { DriftLegend } from './DriftLegend';
import { DriftTable } from './DriftTable';
import { MapAxis } from './MapAxis';
import { buildDriftMap } from './model/buildDriftMap';
import { describeMap } from './model/describeMap';
import { coveredNotes, TORN } from './model/driftNotes';
import { describeStatus } from './model/describeRow';
import type { MapRow } from './model/DriftMap';
import { mapLayout } from './model/mapLayout';
import { readDriftCells } from './model/readDriftCells';
import { selectionVariables } from './model/selectionVariables';
import { baselinesInWords } from './model/provenanceInWords';
import type { DriftOptions } from './options';
import { hasVariable, useVariable } from '../shared/useVariable';

/** Which features drifted, since when and by how much; or when the level of series changed. */
export function DriftPanel(props: PanelProps<DriftOptions>) {
  const { data, width, height, timeZone } = props;
  const tracks = useMemo(() => readChangeSeries(data.series), [data.series]);
  const isOfChanges = tracks.length > 0 && readDriftCells(data.series) === null;
  return isOfChanges ? (
    <ChangeView tracks={tracks} width={width} height={height} timeZone={timeZone} />
  ) : (
    <VerdictMap {...props} />
  );
}

function VerdictMap(props: PanelProps<DriftOptions>) {
  const { data, options, width, height, timeZone, replaceVariables } = props;
  const styles = useStyles2(getStyles);
  const read = useMemo(() => readDriftCells(data.series), [data.series]);
  const provenance = read === null ? '' : baselinesInWords(read.baselines, timeZone);
  const map = useMemo(
    () =>
      read === null
        ? null
        : buildDriftMap(read.cells, { columns: options.columns, sortBy: options.sortBy, subject: read.subject }),
    [read, options.columns, options.sortBy]
  );
  const words = useMemo(() => new Set<VerdictWord>(read?.cells.map(({ row }) => row.verdict)), [read]);
  const formatTime = useMemo(
    () => timeFormatter(map?.columns.flatMap(({ start }) => start ?? []) ?? [], timeZone),
    [map, timeZone]
  );
  // What is not seen comes after what is: the table of many features takes longer than the map.
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => startTransition(() => setDrawn(true)), []);
  const selected = useVariable(options.featureVariable, replaceVariables);
  const summary = map === null ? '' : describeMap(map, formatTime);
  const summaryHeight = options.showSummary ? 4 + SUMMARY_LINE * textLines(summary, width, CHARACTER) : 0;
  const hasRoom =
    provenance !== '' && (summary.length + provenance.length + 'compared with  '.length) * CHARACTER < width;
  const notes = useMemo(
    () => [...(read?.notes ?? []), ...(map === null ? [] : coveredNotes(map, data.series))],
    [read, map, data.series]
  );
  const gridHeight =
    height - AXIS_HEIGHT - summaryHeight - notesHeight(notes, width) - (options.showLegend ? LEGEND_HEIGHT : 0);
  const layout = useMemo(
    () =>
      map &&
      mapLayout(map, width, gridHeight, Math.max(0, ...map.rows.map((row) => describeStatus(row, formatTime).length))),
    [map, width, gridHeight, formatTime]
  );
  if (map === null || layout === null || map.rows.length === 0) {
    return (
      <NoData
        panelId={props.id}
        data={data}
        fieldConfig={props.fieldConfig}
        message={emptyMessage(map !== null, data.series)}
      />
    );
  }

  const variablesOf = (row: MapRow, column: number) =>
    selectionVariables(row, row.cells[column], options, (name) => hasVariable(name, replaceVariables));
  const linksOf = (row: MapRow, column: number) => {
    const cell = row.cells[column];
    return cell ? dataLinks(data.series, cell.origin) : [];
  };
  const isClickable =
    map.hasEvidence ||
    Object.keys(variablesOf(map.rows[0], 0)).length > 0 ||
    linksOf(map.rows[0], map.rows[0].summary.column).length > 0;
  const select = (row: MapRow, column: number) => {
    const variables = variablesOf(row, column);
    if (Object.keys(variables).length > 0) {
      locationService.partial(variables);
    }
  };
  return (
    <div className={styles.panel} style={{ width, height }}>
      {options.showSummary && (
        <div className={styles.summary} style={{ height: summaryHeight }} title={`${summary}. ${provenance}`}>
          <strong>{summary}</strong>
          {hasRoom && <span className={styles.provenance}>compared with {provenance}</span>}
        </div>
      )}
      <PanelNotes notes={notes} width={width} />
      <MapAxis map={map} layout={layout} formatTime={formatTime} />
      <DriftGrid
        map={map}
        layout={layout}
        height={Math.max(gridHeight, layout.rowHeight)}
        timeZone={timeZone}
        formatTime={formatTime}
        label={`${summary}. Arrow keys move between features and windows, Enter selects.`}
        isSelected={(row) => selected.includes(row.feature)}
        isClickable={isClickable}
        linksOf={linksOf}
        alarmOf={(row, column) => alarmActions(data, row, column, props.id)}
        onSelect={select}
      />
      {isDrawn && <DriftTable map={map} caption={summary} formatTime={formatTime} />}
      {options.showLegend && <DriftLegend map={map} words={words} provenance={provenance} isNarrow={width < NARROW} />}
    </div>
  );
}

const CHARACTER = 7.6;
const NARROW = 420;
const SUMMARY_LINE = 20;
const LEGEND_HEIGHT = 26;

function emptyMessage(isDrift: boolean, frames: readonly DataFrame[]): string {
  if (!isDrift && frames.some(isTornDrift)) {
    return TORN;
  }
  return isDrift
    ? 'No verdicts in this time range. Select a longer range or a shorter window.'
    : 'No drift data. Select the Modelwatch data source, query type Drift, and format Table.';
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ position: 'relative', display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  summary: css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1.5),
    lineHeight: `${SUMMARY_LINE}px`,
    overflow: 'hidden',
    strong: { fontWeight: theme.typography.fontWeightMedium, flex: '0 1 auto' },
  }),
  provenance: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    flex: '1 1 0',
  }),
});
