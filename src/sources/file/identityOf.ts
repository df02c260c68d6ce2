import type { BigIntStats } from 'node:fs';

/** Differs for another file at the same path, and as soon as a file is written, cut or replaced. */
export function identityOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}
