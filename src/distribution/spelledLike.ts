import type { Distribution } from './Distribution';
import { inOneSpelling, spelledAs } from './spelledAs';

/** A distribution with its categories, if both have some, in the spelling of another: as `spelledAs` says. */
export function spelledLike(baseline: Distribution | null, current: Distribution): Distribution {
  if (current.kind !== 'categories') {
    return current;
  }
  return baseline?.kind === 'categories' ? spelledAs(baseline.byCategory, current) : inOneSpelling(current);
}

/** A distribution with all spellings of a category put together, if it has categories. */
export function spelledAlike(distribution: Distribution): Distribution {
  return distribution.kind === 'categories' ? inOneSpelling(distribution) : distribution;
}
