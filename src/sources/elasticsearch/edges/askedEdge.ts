import { storedFrom } from '../fields/precision';
import type { StoreField } from '../fields/StoreField';

/**
 * The edge that the store is asked for, at which stored values part as the values that were written part at the edge
 * itself: the store rounds what it is asked to the field's precision, and so do we before. Values at an edge belong above it.
 */
export function askedEdge(edge: number, { kind, precision }: StoreField): number {
  return kind === 'integer' ? Math.ceil(edge) : storedFrom(edge, precision);
}
