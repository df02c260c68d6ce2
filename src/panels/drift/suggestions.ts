import { type PanelDataSummary, type VisualizationSuggestion, VisualizationSuggestionScore } from '@grafana/data';
import { readDriftCells } from './model/readDriftCells';
import type { DriftOptions } from './options';

/** This panel is the best choice for drift tables, and none for anything else. */
export function suggestDrift({ rawFrames }: PanelDataSummary): Array<VisualizationSuggestion<DriftOptions>> {
  return readDriftCells(rawFrames ?? []) === null
    ? []
    : [{ name: 'Drift map', score: VisualizationSuggestionScore?.Best ?? 100 }];
}
