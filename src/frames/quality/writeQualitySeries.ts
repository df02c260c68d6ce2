import type { QualityResult, WindowedQuality } from '../../evaluate/Result';
import type { QualityQuery, SummaryName } from '../../query/qualityQuery';
import type { Frame, FrameField } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { segmentLabels } from '../segmentColumn';
import { type Series, seriesName, seriesOf } from '../seriesOf';
import { QUALITY_SEVERITY_MAPPINGS } from './qualityMappings';

/**
 * A frame for each feature and segment, with a field for each of `series`; beside a figure `<name>_low` and `<name>_high`,
 * the band that past windows of the baseline make usual, where they do.
 */
export function writeQualitySeries(result: QualityResult, meta: ResultMeta, wanted: QualityQuery['series']): Frame[] {
  return seriesOf(result.verdicts).map((series) => ({
    name: seriesName(series),
    meta: { type: 'timeseries-multi', typeVersion: [0, 1], preferredVisualisationType: 'graph', custom: { ...meta } },
    fields: [
      { name: 'time', kind: 'time', values: series.verdicts.map(({ window }) => window?.from ?? null) },
      ...wanted.flatMap((name) => (name === 'severity' ? [severityOf(series)] : figureOf(series, name))),
    ],
  }));
}

function severityOf(series: Series<WindowedQuality>): FrameField {
  return {
    name: 'severity',
    kind: 'number',
    values: series.verdicts.map(({ severity }) => severity),
    labels: labelsOf(series),
    config: {
      displayNameFromDS: seriesName(series),
      decimals: 0,
      min: 0,
      max: 2,
      mappings: QUALITY_SEVERITY_MAPPINGS,
    },
  };
}

function figureOf(series: Series<WindowedQuality>, name: SummaryName): FrameField[] {
  const figures = series.verdicts.map(({ summaries }) => summaries[name]);
  const field = (suffix: string, values: ReadonlyArray<number | null>): FrameField => ({
    name: `${name}${suffix}`,
    kind: 'number',
    values,
    labels: labelsOf(series),
    config: { displayNameFromDS: `${seriesName(series)} ${`${name}${suffix}`.replaceAll('_', ' ')}` },
  });
  const value = field(
    '',
    figures.map((figure) => figure.value)
  );
  if (figures.every(({ usual }) => usual === null)) {
    return [value];
  }
  return [
    value,
    field(
      '_low',
      figures.map(({ usual }) => usual?.low ?? null)
    ),
    field(
      '_high',
      figures.map(({ usual }) => usual?.high ?? null)
    ),
  ];
}

function labelsOf({ feature, segment }: Series<WindowedQuality>): Record<string, string> {
  return { feature, ...segmentLabels(segment) };
}
