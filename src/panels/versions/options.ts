export interface VersionsOptions {
  showSummary: boolean;
  showTable: boolean;
  showChanges: boolean;
  showLegend: boolean;
  /** Dashboard variable that a click sets to the version; empty: none. */
  versionVariable: string;
}

export const DEFAULT_OPTIONS: VersionsOptions = {
  showSummary: true,
  showTable: true,
  showChanges: true,
  showLegend: true,
  versionVariable: 'version',
};
