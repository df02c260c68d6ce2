import { type PanelDataSummary, type VisualizationSuggestion, VisualizationSuggestionScore } from '@grafana/data';
import { readDistribution } from '../../frames/distribution/readDistribution';
import type { DistributionOptions } from './options';

/** This panel is the best choice for distributions, and none for anything else. */
export function suggestDistribution({
  rawFrames,
}: PanelDataSummary): Array<VisualizationSuggestion<DistributionOptions>> {
  return readDistribution(rawFrames ?? []).length === 0
    ? []
    : [{ name: 'Distribution', score: VisualizationSuggestionScore?.Best ?? 100 }];
}
