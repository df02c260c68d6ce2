import { differenceOf, type Estimate, meanOf, ratioOf, shareInterval } from './intervals';
import type { FairnessMeasure } from './FairnessFinding';
import type { Rates } from './ratesOf';

/** A measure of two groups with its interval for independent rows, at the normal quantile z. */
export function estimateFairness(measure: FairnessMeasure, group: Rates, reference: Rates, z: number): Estimate {
  const difference = (rate: keyof Rates) =>
    differenceOf(shareInterval(group[rate], z), shareInterval(reference[rate], z));
  switch (measure) {
    case 'statistical_parity':
      return difference('favored');
    case 'disparate_impact':
      return ratioOf(group.favored, reference.favored, z);
    case 'equal_opportunity':
      return difference('truePositive');
    case 'average_odds':
      return meanOf(difference('truePositive'), difference('falsePositive'));
  }
}

/** Rows in the denominator, the smaller one where there are two. */
export function rowsOfMeasure(measure: FairnessMeasure, { favored, truePositive, falsePositive }: Rates): number {
  switch (measure) {
    case 'statistical_parity':
    case 'disparate_impact':
      return favored.total;
    case 'equal_opportunity':
      return truePositive.total;
    case 'average_odds':
      return Math.min(truePositive.total, falsePositive.total);
  }
}
