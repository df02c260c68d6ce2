import type { Histogram } from '../Distribution';

/**
 * A distribution function that is known only within limits: a part of the values was counted at fewer edges than the rest.
 * Both histograms have the same edges and the same values; the one has as few of them at or below each edge as there can be,
 * the other as many.
 */
export interface Between {
  readonly least: Histogram;
  readonly most: Histogram;
}
