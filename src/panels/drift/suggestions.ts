import { type PanelDataSummary, type VisualizationSuggestion, VisualizationSuggestionScore } from '@grafana/data';
import { readChangeSeries } from '../../frames/change/readChangeSeries';
import { readDriftCells } from './model/readDriftCells';
import type { DriftOptions } from './options';

/** This panel is the best choice for drift tables, and none for anything else. */
export function suggestDrift({ rawFrames }: PanelDataSummary): Array<VisualizationSuggestion<DriftOptions>> {
  const frames = rawFrames ?? [];
  if (readDriftCells(frames) === null && readChangeSeries(frames).length > 0) {
    return [{ name: 'Changes of level', score: VisualizationSuggestionScore?.Best ?? 100 }];
  }
  return readDriftCells(frames) === null
    ? []
    : [{ name: 'Drift map', score: VisualizationSuggestionScore?.Best ?? 100 }];
}
