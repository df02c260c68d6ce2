import type { StoreField } from '../fields/StoreField';

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/**
 * The edge that the store is asked for, at which the same stored values part as at the edge itself: it rounds what it is
 * asked to the field's precision, and so do we before, upwards, since values at an edge belong above it.
 */
export function askedEdge(edge: number, { kind }: StoreField): number {
  switch (kind) {
    case 'integer':
      return Math.ceil(edge);
    case 'float':
      return ceilSingle(edge);
    default:
      return edge;
  }
}

/** The smallest number of single precision that is not below a value. */
function ceilSingle(value: number): number {
  single[0] = value;
  if (single[0] < value) {
    bits[0] = single[0] === 0 ? 1 : bits[0] + (value > 0 ? 1 : -1);
  }
  return single[0];
}
