export interface CausesOptions {
  showSummary: boolean;
  /** What the selected cause is, and what to do. */
  showDetail: boolean;
  /** Dashboard variable that a click on a slice sets to `field:"value"`; empty: none. */
  filterVariable: string;
}

export const DEFAULT_OPTIONS: CausesOptions = { showSummary: true, showDetail: true, filterVariable: 'filter' };
