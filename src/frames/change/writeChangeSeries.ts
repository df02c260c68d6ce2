import type { ChangeResult, ChangeSeries } from '../../evaluate/Result';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { seriesName } from '../seriesOf';
import { changeLabels } from './changeSegments';

const LINES = ['value', 'level'] as const;
type Line = (typeof LINES)[number];

const DESCRIPTIONS: Readonly<Record<Line, string>> = {
  value: 'The value of each window; missing where there is none',
  level: 'The level between the changes, without the season',
};

/** `timeseries-multi`: two frames for each series, its values and the level that its changes make, told apart by the label `line`. */
export function writeChangeSeries({ series, windows }: ChangeResult, meta: ResultMeta): Frame[] {
  const times = windows.map(({ from }) => from);
  return series.flatMap((one) => LINES.map((line) => frameOf(one, line, times, meta)));
}

function frameOf(series: ChangeSeries, line: Line, times: readonly number[], meta: ResultMeta): Frame {
  const name = seriesName({ ...series, feature: [series.feature, series.figure].filter(Boolean).join(', ') });
  const shown = line === 'value' ? name : `${name}, level`;
  return {
    name: shown,
    meta: { type: 'timeseries-multi', typeVersion: [0, 1], preferredVisualisationType: 'graph', custom: { ...meta } },
    fields: [
      { name: 'time', kind: 'time', values: times },
      {
        name: line,
        kind: 'number',
        values: line === 'value' ? series.values : series.levels,
        labels: { ...changeLabels(series), line },
        config: {
          displayNameFromDS: shown,
          description: DESCRIPTIONS[line],
          custom: line === 'value' ? { lineWidth: 1, fillOpacity: 0 } : { lineWidth: 2, fillOpacity: 0 },
        },
      },
    ],
  };
}
