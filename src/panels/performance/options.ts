export type Part = 'chart' | 'table' | 'versions' | 'fairness' | 'budgets' | 'confusion' | 'reliability' | 'delays';

export const PARTS: readonly Part[] = [
  'chart',
  'table',
  'versions',
  'fairness',
  'budgets',
  'confusion',
  'reliability',
  'delays',
];

export interface PerformanceOptions {
  /** What is shown, in the order of `PARTS`. */
  parts: Part[];
  /** Leaves out metrics that never raise an alarm. */
  onlyDeciding: boolean;
  /** The metric whose chart is shown first; empty: the one that matters most. */
  metric: string;
  showSummary: boolean;
  showLegend: boolean;
}

export const DEFAULT_OPTIONS: PerformanceOptions = {
  parts: [...PARTS],
  onlyDeciding: false,
  metric: '',
  showSummary: true,
  showLegend: true,
};
