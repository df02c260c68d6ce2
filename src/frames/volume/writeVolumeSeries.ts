import type { VolumeResult } from '../../evaluate/Result';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { seriesName } from '../seriesOf';
import { volumeSegmentLabels } from './volumeSegments';
import { volumeSeries, type VolumeSeries } from './volumeSeries';

const LINES = ['value', 'expected', 'low', 'high'] as const;
type Line = (typeof LINES)[number];

/**
 * `timeseries-multi`: four frames for each measure and segment, its value, what was expected, and the band of what is
 * accepted, told apart by the label `line`. Their configuration makes Grafana's time series panel draw the band as such.
 */
export function writeVolumeSeries({ verdicts }: VolumeResult, meta: ResultMeta): Frame[] {
  return volumeSeries(verdicts).flatMap((series) => LINES.map((line) => frameOf(series, line, meta)));
}

function frameOf(series: VolumeSeries, line: Line, meta: ResultMeta): Frame {
  const { feature, segment, verdicts } = series;
  return {
    name: nameOf(series, line),
    meta: { type: 'timeseries-multi', typeVersion: [0, 1], preferredVisualisationType: 'graph', custom: { ...meta } },
    fields: [
      { name: 'time', kind: 'time', values: verdicts.map(({ window }) => window.from) },
      {
        name: line,
        kind: 'number',
        values: verdicts.map((verdict) => verdict[line]),
        labels: { feature, line, ...volumeSegmentLabels(segment) },
        config: {
          displayNameFromDS: nameOf(series, line),
          description: DESCRIPTIONS[line],
          custom: styleOf(series, line),
        },
      },
    ],
  };
}

function nameOf(series: VolumeSeries, line: Line): string {
  return line === 'value' ? seriesName(series) : `${seriesName(series)}, ${line}`;
}

const DESCRIPTIONS: Readonly<Record<Line, string>> = {
  value: 'The value of each window; missing where there are no data',
  expected: 'Median of the past windows',
  low: 'Lower end of the expected range',
  high: 'Upper end of the expected range',
};

/** Of Grafana's time series panel, which takes the options of its own that a field brings along. */
function styleOf(series: VolumeSeries, line: Line): Readonly<Record<string, unknown>> {
  switch (line) {
    case 'value':
      return { lineWidth: 2, fillOpacity: 0 };
    case 'expected':
      return { lineWidth: 1, fillOpacity: 0, lineStyle: { fill: 'dash', dash: [6, 6] } };
    case 'low':
      return { lineWidth: 0, fillOpacity: 0, hideFrom: { legend: true, tooltip: false, viz: false } };
    case 'high':
      return {
        lineWidth: 0,
        fillOpacity: 12,
        fillBelowTo: nameOf(series, 'low'),
        hideFrom: { legend: true, tooltip: false, viz: false },
      };
  }
}
