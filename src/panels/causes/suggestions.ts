import { type PanelDataSummary, type VisualizationSuggestion, VisualizationSuggestionScore } from '@grafana/data';
import { readCauses } from '../../frames/causes/readCauses';
import type { CausesOptions } from './options';

/** This panel is the best choice for causes, and none for anything else. */
export function suggestCauses({ rawFrames }: PanelDataSummary): Array<VisualizationSuggestion<CausesOptions>> {
  return (rawFrames ?? []).some((frame) => readCauses(frame) !== null)
    ? [{ name: 'Causes', score: VisualizationSuggestionScore?.Best ?? 100 }]
    : [];
}
