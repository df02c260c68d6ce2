export interface DistributionOptions {
  showVerdict: boolean;
  showReason: boolean;
  showLegend: boolean;
  /** Heights of bins on a logarithmic scale. */
  logarithmic: boolean;
  /** Categories beyond are drawn as one bar. */
  maxCategories: number;
}

export const DEFAULT_OPTIONS: DistributionOptions = {
  showVerdict: true,
  showReason: true,
  showLegend: true,
  logarithmic: false,
  maxCategories: 12,
};
