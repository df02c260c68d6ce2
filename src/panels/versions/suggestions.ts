import { type PanelDataSummary, type VisualizationSuggestion, VisualizationSuggestionScore } from '@grafana/data';
import { readVersions } from '../../frames/versions/readVersions';
import type { VersionsOptions } from './options';

/** This panel is the best choice for versions over time, and none for anything else. */
export function suggestVersions({ rawFrames }: PanelDataSummary): Array<VisualizationSuggestion<VersionsOptions>> {
  return readVersions(rawFrames ?? []).length === 0
    ? []
    : [{ name: 'Versions', score: VisualizationSuggestionScore?.Best ?? 100 }];
}
