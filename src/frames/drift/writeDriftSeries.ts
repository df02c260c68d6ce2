import type { DriftResult } from '../../evaluate/Result';
import type { TestName } from '../../query/testNames';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { isOverTime } from './driftRows';
import { score } from '../score';
import { segmentLabels } from '../segmentColumn';
import { seriesName, seriesOf } from '../seriesOf';

/**
 * `timeseries-multi`: a frame for each feature and segment with `time` and `score`. The label `test` names what was asked
 * for, not what decided, since that may differ from window to window and a label must not.
 */
export function writeDriftSeries(result: DriftResult, meta: ResultMeta, tests: 'auto' | readonly TestName[]): Frame[] {
  const test = tests === 'auto' ? 'auto' : tests.join('+');
  return seriesOf(result.verdicts).map((series) => ({
    name: seriesName(series),
    meta: { type: 'timeseries-multi', typeVersion: [0, 1], preferredVisualisationType: 'graph', custom: { ...meta } },
    fields: [
      { name: 'time', kind: 'time', values: series.verdicts.map(({ window }) => window?.from ?? null) },
      {
        name: 'score',
        kind: 'number',
        values: series.verdicts.map(score),
        labels: { feature: series.feature, test, ...segmentLabels(series.segment) },
        config: {
          displayNameFromDS: seriesName(series),
          description: isOverTime(result)
            ? 'Drift score: evidence divided by its limit; above 1 it is significant'
            : 'Drift score: effect size above chance, divided by the threshold; 1 reaches the threshold',
          min: 0,
        },
      },
    ],
  }));
}
