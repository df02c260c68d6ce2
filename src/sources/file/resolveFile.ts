import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { SourceError } from '../SourceError';
import { badRequest, messageOf, unreadable } from './fileError';
import { requireFormat, type FileFormat } from './fileFormat';

/** A file that may be read. */
export interface ResolvedFile {
  /** With every symbolic link followed. */
  readonly path: string;
  /** As the selection names it, for messages. */
  readonly shown: string;
  readonly format: FileFormat;
  readonly size: number;
  /** Differs as soon as the file is written again. */
  readonly version: string;
}

/**
 * Finds a selection's file below the connection's folder. Throws a SourceError where it is not there, lies elsewhere
 * (symbolic links too), or is of a kind that is not read.
 */
export async function resolveFile(folder: string, path: string | undefined): Promise<ResolvedFile> {
  if (path === undefined) {
    throw badRequest('The selection names no "path": name a file below the folder of the connection.');
  }
  const outside = badRequest(`${path} lies outside the folder of the connection: only files below it are read.`);
  if (path.includes('\0') || !isBelow(resolve(folder), resolve(folder, path))) {
    throw outside;
  }
  const format = requireFormat(path);
  const real = await follow(resolve(folder, path), path);
  if (!isBelow(await follow(folder, folder), real)) {
    throw outside;
  }
  const { size, mtimeMs, ino, isFile } = await describe(real);
  if (!isFile) {
    throw badRequest(`${path} is a folder, not a file.`);
  }
  if (size === 0) {
    throw unreadable(`${path} is empty: there are no rows to read.`);
  }
  return { path: real, shown: path, format, size, version: `${real}\0${mtimeMs}\0${size}\0${ino}` };
}

/** Whether a path lies in a folder or below it. Both absolute. */
function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function describe(path: string): Promise<{ size: number; mtimeMs: number; ino: number; isFile: boolean }> {
  const stats = await stat(path);
  return { size: stats.size, mtimeMs: stats.mtimeMs, ino: stats.ino, isFile: stats.isFile() };
}

async function follow(path: string, shown: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw cannotOpen(error, shown);
  }
}

/** What the operating system says, in words. */
export function cannotOpen(error: unknown, shown: string): SourceError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new SourceError(`${shown} is not there: check the path.`, { status: 404, side: 'downstream', cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    const message = `${shown} may not be read: give the process the right to.`;
    return new SourceError(message, { status: 403, side: 'downstream', cause: error });
  }
  return unreadable(`${shown} cannot be opened: ${messageOf(error)}`, error);
}
