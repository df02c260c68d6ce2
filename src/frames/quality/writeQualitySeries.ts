import type { QualityResult, WindowedQuality } from '../../evaluate/Result';
import type { QualityQuery, SummaryName } from '../../query/qualityQuery';
import { ALL_ROWS } from '../../verdict/quality/decideQuality';
import { DELAY } from '../../verdict/quality/usualDelay';
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
  return seriesOf(result.verdicts).flatMap((series) => {
    const fields = wanted.flatMap((name) => fieldsOf(series, name));
    return fields.length === 0 ? [] : [frameOf(series, fields, meta)];
  });
}

/** The rows as a whole have no figures but their count: all of a column's would be missing. */
function fieldsOf(series: Series<WindowedQuality>, name: QualityQuery['series'][number]): FrameField[] {
  if (name === 'severity') {
    return [severityOf(series)];
  }
  return series.feature === ALL_ROWS && name !== 'count' ? [] : figureOf(series, name);
}

function frameOf(series: Series<WindowedQuality>, fields: readonly FrameField[], meta: ResultMeta): Frame {
  return {
    name: seriesName(series),
    meta: { type: 'timeseries-multi', typeVersion: [0, 1], preferredVisualisationType: 'graph', custom: { ...meta } },
    fields: [
      { name: 'time', kind: 'time', values: series.verdicts.map(({ window }) => window?.from ?? null) },
      ...fields,
    ],
  };
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
  const shown = (suffix: Suffix) => `${seriesName(series)} ${`${name}${suffix}`.replaceAll('_', ' ')}`;
  const field = (suffix: Suffix, values: ReadonlyArray<number | null>): FrameField => ({
    name: `${name}${suffix}`,
    kind: 'number',
    values,
    labels: labelsOf(series),
    config: { displayNameFromDS: shown(suffix), ...unitOf(series, name), ...styleOf(suffix, shown('_low')) },
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

/** How long rows took to arrive is a time; how many and which share of them are not. */
function unitOf({ feature }: Series<WindowedQuality>, name: SummaryName): { readonly unit?: string } {
  return feature === DELAY && name !== 'count' && !name.endsWith('_rate') ? { unit: 's' } : {};
}

type Suffix = '' | '_low' | '_high';

/** Of Grafana's time series panel: the band is shaded between its edges, which are no lines and not in the legend. */
function styleOf(suffix: Suffix, low: string): { readonly custom?: Readonly<Record<string, unknown>> } {
  const edge = { lineWidth: 0, fillOpacity: 0, hideFrom: { legend: true, tooltip: false, viz: false } };
  switch (suffix) {
    case '':
      return {};
    case '_low':
      return { custom: edge };
    case '_high':
      return { custom: { ...edge, fillOpacity: 12, fillBelowTo: low } };
  }
}

function labelsOf({ feature, segment }: Series<WindowedQuality>): Record<string, string> {
  return { feature, ...segmentLabels(segment) };
}
