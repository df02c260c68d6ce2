import { open } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { looksLikeProfile } from '../baseline/profile/readProfile';

export interface StoredBaseline {
  /** The folder that it is read from. */
  readonly profiles: string;
  /** The name of its file. */
  readonly id: string;
}

/** Where a stored baseline lies; null for a file of rows, and for one that can't be read, of which is complained later. */
export async function storedBaseline(path: string): Promise<StoredBaseline | null> {
  if (extname(path) !== '.json') {
    return null;
  }
  const file = await open(path).catch(() => null);
  const head = await file?.read(Buffer.alloc(100), 0, 100, 0).catch(() => null);
  await file?.close();
  return head && looksLikeProfile(head.buffer.toString('utf8', 0, head.bytesRead))
    ? { profiles: dirname(resolve(path)), id: basename(path, extname(path)) }
    : null;
}

/** As the baseline of a query. */
export function profileOf(stored: StoredBaseline | null): Readonly<Record<string, string>> | null {
  return stored && { kind: 'profile', id: stored.id };
}
