import { type Bucket, keyOf } from '../client/SearchAnswer';
import { asWritten } from './precision';
import type { StoreField } from './StoreField';

/** What a value is called as a category: the number that was written, whatever precision the field holds it in. */
export function nameOf(bucket: Bucket, { kind, precision }: StoreField): string {
  const { key } = bucket;
  return kind === 'decimal' && typeof key === 'number' ? String(asWritten(key, precision)) : keyOf(bucket);
}
