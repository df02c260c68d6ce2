import { unreadable } from './fileError';
import { ChangedFile, OpenFile } from './OpenFile';
import { PartsTable } from './parts/PartsTable';
import { forgetVersion, openTable } from './readers/openTable';
import type { TableFile } from './readers/TableFile';
import type { ResolvedFile, ResolvedPart } from './resolveFile';

/** What one reading of a file has at hand. */
export interface OpenTable {
  readonly table: TableFile;
  /** As the selection names it, for messages. */
  readonly shown: string;
}

export interface WholeReading<Result> {
  readonly result: Result;
  /** Said to the user: rows came while it was read. */
  readonly notices: readonly string[];
}

/** Reads one state of a file: what is used is closed afterwards. */
export type ReadWhole = <Result>(
  read: (opened: OpenTable) => Promise<Result>,
  signal?: AbortSignal
) => Promise<WholeReading<Result>>;

const READINGS = 2;

/**
 * Reads a file, or a folder of parts, as it is at one moment: where it was replaced, cut or rewritten meanwhile it is read
 * again, once. A log that only grew is read up to where it ended. Throws a SourceError where it changed again.
 */
export async function readWhole<Result>(
  resolve: () => Promise<ResolvedFile | readonly ResolvedPart[]>,
  shown: string,
  read: (opened: OpenTable) => Promise<Result>,
  signal?: AbortSignal
): Promise<WholeReading<Result>> {
  for (let reading = 1; ; reading++) {
    const place = await resolve();
    const files = 'path' in place ? [new OpenFile(place)] : place.map((part) => new OpenFile(part));
    try {
      const table = 'path' in place ? openTable(files[0]) : partsOf(place, files, shown);
      const used = await attempt(() => read({ table, shown }));
      signal?.throwIfAborted();
      const changes = await Promise.all(files.map((file) => file.change()));
      const isMixed = 'error' in used && used.error instanceof ChangedFile;
      if (!isMixed && !changes.includes('changed')) {
        if ('error' in used) {
          throw used.error;
        }
        const notices = changes.includes('grown')
          ? [`${shown} grew while it was read: what was written after it was opened is not in here.`]
          : [];
        return { result: used.result, notices };
      }
      files.forEach(({ version }) => forgetVersion(version));
      if (reading === READINGS) {
        throw unreadable(
          `${shown} changed each time it was read: write it to another name and rename it when it is whole.`
        );
      }
    } finally {
      await Promise.all(files.map((file) => file.close()));
    }
  }
}

type Attempt<Result> = { readonly result: Result } | { readonly error: unknown };

async function attempt<Result>(run: () => Promise<Result>): Promise<Attempt<Result>> {
  try {
    return { result: await run() };
  } catch (error) {
    return { error };
  }
}

function partsOf(place: readonly ResolvedPart[], files: readonly OpenFile[], shown: string): TableFile {
  const parts = place.map(({ keys }, i) => ({ table: openTable(files[i]), keys, close: () => files[i].close() }));
  return new PartsTable(parts, shown);
}
