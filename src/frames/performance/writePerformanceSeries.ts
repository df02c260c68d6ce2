import type { PerformanceResult, WindowedPerformance } from '../../evaluate/Result';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { seriesName } from '../seriesOf';
import { performanceSegmentLabels } from './performanceSegments';
import { performanceSeries, type PerformanceSeries } from './performanceSeries';

const LINES = ['value', 'low', 'high', 'provisional', 'estimated', 'objective'] as const;
type Line = (typeof LINES)[number];

/**
 * `timeseries-multi`: frames for each metric and segment, told apart by the label `line`: its value with the band of its
 * confidence interval, the value of windows whose labels are still to come, the estimate before labels, and the objective.
 * Their configuration makes Grafana's time series panel draw them as such. Lines without a single number are left out.
 */
export function writePerformanceSeries({ verdicts }: PerformanceResult, meta: ResultMeta): Frame[] {
  return performanceSeries(verdicts.filter(({ window }) => window !== null)).flatMap((series) =>
    LINES.filter((line) => line === 'value' || series.verdicts.some((verdict) => numberOf(verdict, line) !== null)).map(
      (line) => frameOf(series, line, meta)
    )
  );
}

function numberOf({ current, matureAt, estimated, objective }: WindowedPerformance, line: Line): number | null {
  switch (line) {
    case 'value':
    case 'low':
    case 'high':
      return matureAt === null ? current[line] : null;
    case 'provisional':
      return matureAt === null ? null : current.value;
    case 'estimated':
      return estimated?.value ?? null;
    case 'objective':
      return objective;
  }
}

function frameOf(series: PerformanceSeries, line: Line, meta: ResultMeta): Frame {
  const { feature, segment, verdicts } = series;
  return {
    name: nameOf(series, line),
    meta: { type: 'timeseries-multi', typeVersion: [0, 1], preferredVisualisationType: 'graph', custom: { ...meta } },
    fields: [
      { name: 'time', kind: 'time', values: verdicts.map(({ window }) => window?.from ?? null) },
      {
        name: line,
        kind: 'number',
        values: verdicts.map((verdict) => numberOf(verdict, line)),
        labels: { feature, line, ...performanceSegmentLabels(segment) },
        config: {
          displayNameFromDS: nameOf(series, line),
          description: DESCRIPTIONS[line],
          decimals: 3,
          custom: styleOf(series, line),
        },
      },
    ],
  };
}

function nameOf(series: PerformanceSeries, line: Line): string {
  return line === 'value' ? seriesName(series) : `${seriesName(series)}, ${line}`;
}

const DESCRIPTIONS: Readonly<Record<Line, string>> = {
  value: 'The value of each window whose labels are complete',
  low: 'Lower end of the 95% confidence interval',
  high: 'Upper end of the 95% confidence interval',
  provisional: 'The value over the labels that have come so far; more are to come',
  estimated: 'Expected value, estimated from scores before labels come',
  objective: 'The worst value that is accepted',
};

const HIDDEN = { legend: true, tooltip: false, viz: false };

/** Of Grafana's time series panel, which takes the options of its own that a field brings along. */
function styleOf(series: PerformanceSeries, line: Line): Readonly<Record<string, unknown>> {
  switch (line) {
    case 'value':
      return { lineWidth: 2, fillOpacity: 0, showPoints: 'always' };
    case 'low':
      return { lineWidth: 0, fillOpacity: 0, showPoints: 'never', hideFrom: HIDDEN };
    case 'high':
      return {
        lineWidth: 0,
        fillOpacity: 12,
        showPoints: 'never',
        fillBelowTo: nameOf(series, 'low'),
        hideFrom: HIDDEN,
      };
    case 'provisional':
      return { lineWidth: 0, fillOpacity: 0, showPoints: 'always', pointSize: 6 };
    case 'estimated':
      return { lineWidth: 1, fillOpacity: 0, lineStyle: { fill: 'dash', dash: [6, 6] } };
    case 'objective':
      return { lineWidth: 1, fillOpacity: 0, showPoints: 'never', lineStyle: { fill: 'dot', dash: [1, 4] } };
  }
}
