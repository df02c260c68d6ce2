import { numberOfValues } from '../../distribution/numberOfValues';
import { quantile } from '../../distribution/quantile';
import { bandOf, isOutside } from '../../statistics/quality/band';
import { type ScaleFactor, scaleFactor } from '../../statistics/quality/scaleFactor';
import type { CheckOutcome, Facts, FeatureSides } from './Finding';

const LEAST_VALUES = 100;

/**
 * Numbers that are the baseline's multiplied by one constant, as a change of units makes them; with a median that none of
 * the baseline's windows comes near.
 */
export function checkUnit({ type, current, baseline, past }: FeatureSides): CheckOutcome {
  if (type !== 'numeric' || baseline === null || current.kind === 'categories' || baseline.kind === 'categories') {
    return { checked: [] };
  }
  if (Math.min(numberOfValues(current), numberOfValues(baseline)) < LEAST_VALUES) {
    return { checked: [], unchecked: `fewer than ${LEAST_VALUES} values` };
  }
  const scale = scaleFactor(baseline, current);
  const median = quantile(current, 0.5);
  const usual = bandOf(past.map((window) => (window.kind === 'categories' ? null : quantile(window, 0.5))));
  const isUsual = usual !== null && median !== null && !isOutside(median, usual);
  const facts = { ...factsOf(scale), median_baseline: quantile(baseline, 0.5), median };
  return {
    checked: [
      { check: 'unit', code: 'unit_changed', pValue: null, notable: scale !== null && !isUsual, severity: 2, facts },
    ],
  };
}

function factsOf(scale: ScaleFactor | null): Facts {
  return {
    factor: scale?.factor ?? null,
    name: scale?.name ?? null,
    difference: scale?.difference ?? null,
    difference_before: scale?.differenceBefore ?? null,
  };
}
