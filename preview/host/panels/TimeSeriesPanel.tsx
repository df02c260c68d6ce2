import React from 'react';
import {
  dateTimeFormat,
  FieldType,
  getDisplayProcessor,
  getFieldDisplayName,
  type DataFrame,
  type GraphSeriesValue,
  type PanelProps,
} from '@grafana/data';
import { config, PanelDataErrorView } from '@grafana/runtime';
import {
  AxisPlacement,
  BarAlignment,
  GraphDrawStyle,
  GraphGradientMode,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LineInterpolation,
  ScaleDistribution,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  type OptionsWithTooltip,
  type VizLegendOptions,
} from '@grafana/schema';
import { SeriesTable, TimeSeries, TooltipPlugin2 } from '@grafana/ui';
import { AnnotationLines } from './AnnotationLines';

interface TimeSeriesOptions extends OptionsWithTooltip {
  readonly legend: VizLegendOptions;
}

export const TIME_SERIES_DEFAULTS: TimeSeriesOptions = {
  legend: { displayMode: LegendDisplayMode.List, placement: 'bottom', showLegend: true, calcs: [] },
  tooltip: { mode: TooltipDisplayMode.Single, sort: SortOrder.None },
};

export const TIME_SERIES_FIELD_DEFAULTS = {
  drawStyle: GraphDrawStyle.Line,
  lineInterpolation: LineInterpolation.Linear,
  barAlignment: BarAlignment.Center,
  barWidthFactor: 0.6,
  lineWidth: 1,
  lineStyle: undefined,
  fillOpacity: 0,
  fillBelowTo: undefined,
  gradientMode: GraphGradientMode.None,
  showPoints: VisibilityMode.Auto,
  pointSize: 5,
  spanNulls: false,
  insertNulls: false,
  stacking: { mode: StackingMode.None, group: 'A' },
  transform: undefined,
  axisPlacement: AxisPlacement.Auto,
  axisLabel: '',
  axisWidth: undefined,
  axisSoftMin: undefined,
  axisSoftMax: undefined,
  axisGridShow: undefined,
  axisCenteredZero: false,
  axisBorderShow: false,
  scaleDistribution: { type: ScaleDistribution.Linear },
  thresholdsStyle: { mode: GraphThresholdsStyleMode.Off },
  hideFrom: { tooltip: false, viz: false, legend: false },
};

// TooltipPlugin2's hover mode is a const enum that the package does not export at run time: 0 is one series, 1 all.
const HOVER_MODES = { [TooltipDisplayMode.Single]: 0, [TooltipDisplayMode.Multi]: 1 } as Record<string, 0 | 1>;

/** Frames with a time and numbers, over time; dragging zooms. */
export function TimeSeriesPanel(props: PanelProps<TimeSeriesOptions>) {
  const { data, fieldConfig, height, id, onChangeTimeRange, options, timeRange, timeZone, width } = props;
  const frames = data.series.filter(({ fields, length }) => {
    const types = fields.map(({ type }) => type);
    return length > 0 && types.includes(FieldType.time) && types.includes(FieldType.number);
  });
  if (frames.length === 0) {
    return <PanelDataErrorView panelId={id} data={data} fieldConfig={fieldConfig} needsTimeField needsNumberField />;
  }
  const hoverMode = HOVER_MODES[options.tooltip.mode];
  return (
    <TimeSeries
      {...{ width, height, timeRange, timeZone, frames, options }}
      structureRev={data.structureRev}
      legend={options.legend}
    >
      {(builder, aligned) => (
        <>
          {hoverMode !== undefined && (
            <TooltipPlugin2
              config={builder}
              hoverMode={hoverMode}
              queryZoom={onChangeTimeRange}
              render={(_, places, series) => tooltip(aligned, places, hoverMode === 0 ? series : null, timeZone)}
            />
          )}
          <AnnotationLines config={builder} frames={data.annotations ?? []} />
        </>
      )}
    </TimeSeries>
  );
}

function tooltip(frame: DataFrame, places: Array<number | null>, only: number | null, timeZone: string) {
  const time: GraphSeriesValue = frame.fields[0].values[places[0] ?? 0];
  const rows = frame.fields.flatMap((field, index) => {
    const place = places[index];
    if (index === 0 || place == null || (only !== null && only !== index) || field.config.custom?.hideFrom?.tooltip) {
      return [];
    }
    const {
      text,
      prefix = '',
      suffix = '',
      color,
    } = (field.display ?? getDisplayProcessor({ field, theme: config.theme2, timeZone }))(field.values[place]);
    return [{ label: getFieldDisplayName(field, frame), value: prefix + text + suffix, color }];
  });
  return <SeriesTable timestamp={dateTimeFormat(time ?? 0, { timeZone })} series={rows} />;
}
