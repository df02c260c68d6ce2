import { type PanelDataSummary, type VisualizationSuggestion, VisualizationSuggestionScore } from '@grafana/data';
import { readPerformance } from '../../frames/performance/readPerformance';
import type { PerformanceOptions } from './options';

/** This panel is the best choice for a performance table, and none for anything else. */
export function suggestPerformance({
  rawFrames,
}: PanelDataSummary): Array<VisualizationSuggestion<PerformanceOptions>> {
  return readPerformance(rawFrames ?? []).length === 0
    ? []
    : [{ name: 'Performance', score: VisualizationSuggestionScore?.Best ?? 100 }];
}
