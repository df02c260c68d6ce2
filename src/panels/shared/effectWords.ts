import type { EffectName } from '../../verdict/Verdict';
import { formatEffect, formatShare } from './formatNumber';

/** As much of a verdict as its size in words needs; the keys of a drift table's row. */
export interface EffectFigures {
  readonly effect: EffectName;
  readonly effectSize: number | null;
  readonly effectExpected: number | null;
  readonly threshold: number;
}

/** The effect in words: `shift of 0.31 standard deviations`. */
export function effectInWords({ effect, effectSize }: EffectFigures): string {
  if (effectSize === null) {
    return 'effect unknown';
  }
  switch (effect) {
    case 'wasserstein_normed':
      return `shift of ${formatEffect(effectSize)} standard deviations`;
    case 'ks':
      return `KS distance of ${formatEffect(effectSize)}`;
    case 'total_variation':
      return `${formatShare(effectSize)} of the values changed category`;
    case 'missing_rate':
      return `missing rate changed by ${formatEffect(100 * effectSize)} percentage points`;
    case 'category_share':
      return `share of one category changed by a factor of ${formatEffect(effectSize)}`;
    case 'value_share':
      return `share of one value, or of all others, changed by a factor of ${formatEffect(effectSize)}`;
  }
}

/** What the effect is held against: `threshold 0.10, expected by chance 0.02`. */
export function effectGates(figures: EffectFigures): string {
  // The effect's own words have just named the unit.
  const hasUnit = figures.effect === 'total_variation' || figures.effect === 'missing_rate';
  const value = hasUnit ? (size: number) => effectValue(figures.effect, size) : formatEffect;
  const threshold = `threshold ${value(figures.threshold)}`;
  return figures.effectExpected === null
    ? threshold
    : `${threshold}, expected by chance ${value(figures.effectExpected)}`;
}

/** A value of the effect in its own unit, short enough for a column: `0.31 SD`, `12%`, `3.1 points`, `2.40×`. */
export function effectValue(effect: EffectName, value: number): string {
  switch (effect) {
    case 'wasserstein_normed':
      return `${formatEffect(value)} SD`;
    case 'ks':
      return formatEffect(value);
    case 'total_variation':
      return formatShare(value);
    case 'missing_rate':
      return points(value);
    case 'category_share':
    case 'value_share':
      return `${formatEffect(value)}×`;
  }
}

function points(share: number): string {
  return `${formatEffect(100 * share)} points`;
}

/** The measure's name, for people who want it. */
export const EFFECT_NAMES: Readonly<Record<EffectName, string>> = {
  wasserstein_normed: 'Wasserstein distance in standard deviations of the baseline',
  ks: 'Kolmogorov-Smirnov distance',
  total_variation: 'Share of values that changed category (total variation)',
  missing_rate: 'Change in missing rate, in percentage points',
  category_share: 'Factor by which the share of one category changed',
  value_share: 'Factor by which the share of one value, or of all others, changed',
};
