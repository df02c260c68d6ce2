import type { SortBy } from './model/compareRows';
import type { MapSettings } from './model/buildDriftMap';

export interface DriftOptions {
  columns: MapSettings['columns'];
  sortBy: SortBy;
  showSummary: boolean;
  showLegend: boolean;
  /** Dashboard variable that a click sets to the feature; empty: none. */
  featureVariable: string;
  /** Whether a click also sets the variables that are named as the segment's labels. */
  setSegmentVariables: boolean;
}

export const DEFAULT_OPTIONS: DriftOptions = {
  columns: 'auto',
  sortBy: 'importance',
  showSummary: true,
  showLegend: true,
  featureVariable: 'feature',
  setSegmentVariables: true,
};
