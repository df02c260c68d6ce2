import type { Distribution } from './Distribution';
import { spelledAs } from './spelledAs';

/** A distribution with its categories, if both have some, in the spelling of another: as `spelledAs` says. */
export function spelledLike(baseline: Distribution | null, current: Distribution): Distribution {
  return baseline?.kind === 'categories' && current.kind === 'categories'
    ? spelledAs(baseline.byCategory, current)
    : current;
}
