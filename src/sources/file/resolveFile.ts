import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { blocking } from '../blocking';
import { SourceError } from '../SourceError';
import { badRequest, messageOf, unreadable } from './fileError';
import { type Compression, compressionOf, type FileFormat, formatOf, requireFormat } from './fileFormat';
import { identityOf } from './identityOf';
import { listParts } from './parts/listParts';

/** How the text of a file is written. */
export interface FileReading {
  /** A label that TextDecoder knows; UTF-8 or UTF-16 by its bytes, unless given. */
  readonly encoding?: string;
  /** What parts cells of delimited text. */
  readonly delimiter?: string;
  /** Whether the first line of delimited text names its columns. */
  readonly header?: boolean;
}

/** A file that may be read. */
export interface ResolvedFile {
  /** With every symbolic link followed. */
  readonly path: string;
  /** As the selection names it, for messages. */
  readonly shown: string;
  readonly format: FileFormat;
  readonly compression: Compression | null;
  /** How its text is written, where that is said and not found out. */
  readonly reading: FileReading;
  readonly size: number;
  /** Differs as soon as the file is written again. */
  readonly version: string;
}

/** A file of a folder that is read as one table. */
export interface ResolvedPart extends ResolvedFile {
  /** What its folders say of all its rows: `day=2024-01-01`; null where a folder says that the value is missing. */
  readonly keys: ReadonlyMap<string, string | null>;
}

/**
 * Finds a selection's file below the connection's folder, or the files of a folder of parts. Throws a SourceError where it
 * is not there, lies elsewhere (symbolic links too), or is of a kind that is not read.
 */
export async function resolvePlace(
  folder: string,
  path: string | undefined,
  reading: FileReading = {}
): Promise<ResolvedFile | readonly ResolvedPart[]> {
  if (path === undefined) {
    throw badRequest('The selection names no "path": name a file below the folder of the connection.');
  }
  const outside = badRequest(`${path} lies outside the folder of the connection: only files below it are read.`);
  if (path.includes('\0') || !isBelow(resolve(folder), resolve(folder, path))) {
    throw outside;
  }
  const real = await follow(resolve(folder, path), path).catch((error: unknown) => {
    // A kind that is not read is said first, whether the file is there or not.
    requireFormat(path);
    throw error;
  });
  if (!isBelow(await follow(folder, 'The folder of the connection'), real)) {
    throw outside;
  }
  const stats = await blocking(() => statSync(real, { bigint: true }));
  const describeOne = (one: string, shown: string) => describe(one, shown, reading);
  return stats.isDirectory() ? listParts(real, path, describeOne) : describeOne(real, path);
}

/** One file. Throws a SourceError for a folder too. */
export async function resolveFile(folder: string, path: string | undefined): Promise<ResolvedFile> {
  const place = await resolvePlace(folder, path);
  if ('path' in place) {
    return place;
  }
  throw badRequest(`${path} is a folder, not a file.`);
}

async function describe(path: string, shown: string, reading: FileReading): Promise<ResolvedFile> {
  const format = formatOf(path) ?? requireFormat(shown);
  const stats = await blocking(() => statSync(path, { bigint: true }));
  if (!stats.isFile()) {
    throw badRequest(`${shown} is neither a file nor a folder.`);
  }
  if (stats.size === 0n) {
    throw unreadable(`${shown} is empty: there are no rows to read.`);
  }
  const version = `${path}\0${identityOf(stats)}`;
  return { path, shown, format, compression: compressionOf(path), reading, size: Number(stats.size), version };
}

/** Whether a path lies in a folder or below it. Both absolute. */
function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function follow(path: string, shown: string): Promise<string> {
  try {
    return await blocking(() => realpathSync(path));
  } catch (error) {
    throw cannotOpen(error, shown);
  }
}

/** What the operating system says, in words. */
export function cannotOpen(error: unknown, shown: string): SourceError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new SourceError(`${shown} not found. Check the path.`, { status: 404, side: 'downstream', cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    const message = `Access to ${shown} denied. Give the process read permission.`;
    return new SourceError(message, { status: 403, side: 'downstream', cause: error });
  }
  return unreadable(`${shown} cannot be opened: ${messageOf(error)}`, error);
}
