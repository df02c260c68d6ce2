import type { Correction } from '../../query/decision';
import { benjaminiHochberg } from './benjaminiHochberg';
import { benjaminiYekutieli } from './benjaminiYekutieli';
import { bonferroni } from './bonferroni';
import { holm } from './holm';

/** p-values adjusted together by the named correction, in the same order; a null p-value stays null. */
export function adjust(pValues: ReadonlyArray<number | null>, correction: Correction): Array<number | null> {
  switch (correction) {
    case 'bh':
      return benjaminiHochberg(pValues);
    case 'by':
      return benjaminiYekutieli(pValues);
    case 'holm':
      return holm(pValues);
    case 'bonferroni':
      return bonferroni(pValues);
    case 'none':
      return [...pValues];
  }
}
