import { issueWords } from '../../query/issueWords';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { relative, resolve, isAbsolute, sep } from 'node:path';
import { blocking } from '../../sources/blocking';
import { SourceError } from '../../sources/SourceError';
import { PROFILE_VERSION, type Profile, profileSchema } from './profileSchema';

const EXTENSION = '.json';
const MOST_BYTES = 64 * 2 ** 20;
const MOST_LISTED = 1000;

/** A profile of a folder by its id, the file's name without `.json`. Throws a SourceError. */
export async function readProfile(folder: string, id: string): Promise<Profile> {
  const real = await locateProfile(folder, id);
  return parseProfile(await blocking(() => readRegular(real, id)), id);
}

/** The text of a file. A pipe, which would have to be waited for, is none. Throws a SourceError. */
function readRegular(path: string, id: string): string {
  requireFile(statSync(path), id);
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    requireFile(stats, id);
    if (stats.size > MOST_BYTES) {
      throw failure(422, `The profile "${id}" has ${stats.size} bytes, more than a profile may have.`);
    }
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function requireFile(stats: Stats, id: string): void {
  if (!stats.isFile()) {
    throw failure(422, `The profile "${id}" is not a regular file: write one with modelwatch profile.`);
  }
}

/** Differs as soon as the profile does. Throws a SourceError. */
export async function profileVersion(folder: string, id: string): Promise<string> {
  const real = await locateProfile(folder, id);
  const { size, mtimeMs, ino } = await blocking(() => statSync(real));
  return `${real} ${size} ${mtimeMs} ${ino}`;
}

async function locateProfile(folder: string, id: string): Promise<string> {
  const outside = failure(
    400,
    `The profile "${id}" lies outside the folder of profiles: only files below it are read.`
  );
  const path = resolve(folder, `${id}${EXTENSION}`);
  if (id.includes('\0') || !isBelow(resolve(folder), path)) {
    throw outside;
  }
  const real = await blocking(() => realpathSync(path)).catch(() => null);
  if (real === null) {
    const ids = await listProfiles(folder).catch(() => null);
    if (ids === null) {
      throw failure(
        404,
        `There is no profile "${id}": the folder of profiles is not there or can't be read; see "profiles" in the settings or the connections file.`
      );
    }
    const known =
      ids.length === 0 ? 'There is none.' : `There is ${ids.slice(0, 8).join(', ')}${ids.length > 8 ? ', …' : ''}.`;
    throw failure(404, `There is no profile "${id}". ${known}`);
  }
  if (!isBelow(await blocking(() => realpathSync(folder)), real)) {
    throw outside;
  }
  return real;
}

/** Throws a SourceError where a text is no profile, or one of a version that is not known. */
export function parseProfile(text: string, id: string): Profile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw failure(422, `The profile "${id}" is not JSON: write it again with modelwatch profile.`);
  }
  const version = typeof json === 'object' && json !== null ? (json as Partial<Profile>).modelwatch_profile : undefined;
  if (version === undefined) {
    throw failure(422, `"${id}" is no profile, but something else in JSON: write one with modelwatch profile.`);
  }
  if (version !== PROFILE_VERSION) {
    throw failure(
      422,
      `The profile "${id}" is of version ${JSON.stringify(version)}, and this Modelwatch reads version ${PROFILE_VERSION}: write it again, or update.`
    );
  }
  const parsed = profileSchema.safeParse(json, { error: issueWords });
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw failure(
      422,
      `The profile "${id}" is not valid: "${path.join('.')}" ${message}. Write it again with modelwatch profile.`
    );
  }
  return parsed.data;
}

/** Whether a file's text begins as a profile does, so that a file of rows is told from it. */
export function looksLikeProfile(head: string): boolean {
  return /^\s*\{\s*"modelwatch_profile"\s*:/.test(head);
}

/** The ids of all profiles of a folder, in order; hidden files are passed over. */
export async function listProfiles(folder: string): Promise<string[]> {
  const entries = await blocking(() => readdirSync(folder, { withFileTypes: true }));
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(EXTENSION) && !entry.name.startsWith('.'))
    .map(({ name }) => name.slice(0, -EXTENSION.length))
    .sort()
    .slice(0, MOST_LISTED);
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function failure(status: number, message: string): SourceError {
  return new SourceError(message, { status, side: status === 400 ? 'plugin' : 'downstream' });
}
