import type { Categories, Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { spelledAs } from '../../distribution/spelledAs';
import type { Decision } from '../../query/decision';
import { chiSquareUpperTail } from '../../statistics/special/chiSquareUpperTail';
import type { CheckOutcome } from './Finding';

/** Predicted classes and the true ones, each side. */
export interface BiasSides {
  readonly prediction: Distribution;
  readonly label: Distribution;
  /** Null without a baseline. */
  readonly baseline: { readonly prediction: Distribution; readonly label: Distribution } | null;
  /** Classes of fewer rows are not named. */
  readonly minimumCount?: number;
}

const LEAST_LABELS = 30;

/**
 * Shares of the predicted classes against those of the labels; against the labels of the baseline where none came yet. With
 * a baseline it is the change of the difference that counts, since a model that predicts the likelier class differs from
 * its labels by nature. z-test of the shares as if they came from different rows: where they are of the same ones it is
 * careful, since rows that agree make differences smaller.
 */
export function checkBias(
  { prediction, label, baseline, minimumCount = 0 }: BiasSides,
  { thresholds }: Decision
): CheckOutcome {
  const came = numberOfValues(label) >= LEAST_LABELS;
  const given = came ? label : baseline?.label;
  const truth = given?.kind === 'categories' ? asPredicted(given, prediction) : given;
  if (prediction.kind !== 'categories' || truth?.kind !== 'categories') {
    return { checked: [], unchecked: 'predictions and labels must be categories' };
  }
  if (Math.min(numberOfValues(prediction), numberOfValues(truth)) < LEAST_LABELS) {
    return { checked: [], unchecked: `fewer than ${LEAST_LABELS} predictions or labels` };
  }
  const usual = usualSides(baseline);
  const names = [...new Set([...prediction.byCategory.keys(), ...truth.byCategory.keys()])];
  const classes = names.map((category) => {
    const now = difference(prediction, truth, category);
    const before = usual === null ? { size: 0, variance: 0 } : difference(usual.prediction, usual.label, category);
    const change = now.size - before.size;
    return { category, change, p: chiSquareUpperTail(change ** 2 / (now.variance + before.variance || 1), 1) };
  });
  const largest = classes.reduce((a, b) => (Math.abs(b.change) > Math.abs(a.change) ? b : a));
  return {
    checked: [
      {
        check: 'bias',
        code: 'prediction_bias',
        pValue: Math.min(1, largest.p * classes.length),
        notable: Math.abs(largest.change) >= thresholds.totalVariation,
        severity: 2,
        facts: {
          category: named(largest.category, [prediction, truth], minimumCount),
          share: shareOf(prediction, largest.category),
          share_label: shareOf(truth, largest.category),
          of: came ? 'the labels that came' : 'the labels of the baseline',
          change: largest.change,
          p_method:
            usual === null
              ? 'z-test'
              : `the difference changed by ${Math.round(1000 * largest.change) / 10} points; z-test`,
        },
      },
    ],
  };
}

/** Both of the baseline, where they can be compared. */
function usualSides(baseline: BiasSides['baseline']): Record<'prediction' | 'label', Categories> | null {
  return baseline?.prediction.kind === 'categories' &&
    baseline.label.kind === 'categories' &&
    numberOfValues(baseline.label) >= LEAST_LABELS
    ? { prediction: baseline.prediction, label: asPredicted(baseline.label, baseline.prediction) }
    : null;
}

/** Labels that came for some of the rows alone are written as 1.0 where the predictions are 1. */
function asPredicted(label: Categories, prediction: Distribution): Categories {
  return prediction.kind === 'categories' ? spelledAs(prediction.byCategory, label) : label;
}

function difference(prediction: Categories, label: Categories, category: string): { size: number; variance: number } {
  const [p, q] = [shareOf(prediction, category), shareOf(label, category)];
  const variance = (p * (1 - p)) / numberOfValues(prediction) + (q * (1 - q)) / numberOfValues(label);
  return { size: p - q, variance };
}

function named(category: string, sides: readonly Categories[], minimumCount: number): string | null {
  return sides.some(({ byCategory }) => (byCategory.get(category) ?? 0) >= minimumCount) ? category : null;
}

function shareOf(categories: Categories, category: string): number {
  return (categories.byCategory.get(category) ?? 0) / numberOfValues(categories);
}
