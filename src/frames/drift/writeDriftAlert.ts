import type { DriftResult } from '../../evaluate/Result';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { segmentLabels } from '../segmentColumn';
import { seriesName, seriesOf } from '../seriesOf';
import { SEVERITY_MAPPINGS } from './verdictMappings';

/**
 * `numeric-multi`: a frame for each feature and segment with the severity in the newest window of all. Labels name the
 * feature and segment alone. An undecided feature keeps its frame, with null: a series that vanishes would resolve a
 * firing alert.
 */
export function writeDriftAlert(result: DriftResult, meta: ResultMeta): Frame[] {
  const newest = Math.max(...result.verdicts.map(({ window }) => window?.from ?? 0));
  return seriesOf(result.verdicts).map((series) => {
    const last = series.verdicts[series.verdicts.length - 1];
    return {
      name: seriesName(series),
      meta: { type: 'numeric-multi', typeVersion: [0, 1], custom: { ...meta } },
      fields: [
        {
          name: 'severity',
          kind: 'number',
          values: [(last.window?.from ?? 0) === newest ? last.severity : null],
          labels: { feature: series.feature, ...segmentLabels(series.segment) },
          config: { displayNameFromDS: seriesName(series), decimals: 0, min: 0, max: 2, mappings: SEVERITY_MAPPINGS },
        },
      ],
    };
  });
}
