import type { Distribution } from '../../distribution/Distribution';
import { quantile } from '../../distribution/quantile';
import { summarize } from '../../distribution/summarize';
import type { SummaryName } from '../../query/qualityQuery';
import { type Band, bandOf } from '../../statistics/quality/band';
import type { FeatureSides } from './Finding';

/** A figure of a window, with the stretch in which it lay in the past windows; null where it does not exist. */
export interface Figure {
  readonly value: number | null;
  readonly usual: Band | null;
}

export type Summaries = Readonly<Record<SummaryName, Figure>>;

const FIGURES: Readonly<Record<SummaryName, (distribution: Distribution) => number | null>> = {
  count: ({ counts }) => counts.total,
  missing_rate: ({ counts }) => (counts.total > 0 ? counts.missing / counts.total : null),
  nan_rate: ({ counts }) => (counts.total > 0 ? counts.nan / counts.total : null),
  minimum: (distribution) => summarize(distribution).minimum,
  q05: quantileAt(0.05),
  median: quantileAt(0.5),
  mean: (distribution) => summarize(distribution).mean,
  q95: quantileAt(0.95),
  maximum: (distribution) => summarize(distribution).maximum,
  standard_deviation: (distribution) => summarize(distribution).standardDeviation,
};

/** The figures of a feature in a window; those of categories are counts and rates alone. */
export function summariesOf({ current, past }: Pick<FeatureSides, 'current' | 'past'>): Summaries {
  const figureOf = (figure: (distribution: Distribution) => number | null): Figure => {
    const value = finite(figure(current));
    const before = past.map((one) => finite(figure(one)));
    const usual = bandOf(before);
    // What never was negative is not drawn as if it could become so.
    const isSigned = [value, ...before].some((one) => one !== null && one < 0);
    return { value, usual: usual === null || isSigned ? usual : { ...usual, low: Math.max(0, usual.low) } };
  };
  const entries = Object.entries(FIGURES).map(([name, figure]) => [name, figureOf(figure)] as const);
  return Object.fromEntries(entries) as Record<SummaryName, Figure>;
}

function quantileAt(probability: number) {
  return (distribution: Distribution) =>
    distribution.kind === 'categories' ? null : quantile(distribution, probability);
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
