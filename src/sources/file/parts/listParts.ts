import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { blocking } from '../../blocking';
import { badRequest } from '../fileError';
import { formatOf } from '../fileFormat';
import type { ResolvedFile, ResolvedPart } from '../resolveFile';

const MOST_PARTS = 10_000;
const DEEPEST = 12;
const NO_VALUE = '__HIVE_DEFAULT_PARTITION__';

type Describe = (path: string, shown: string) => Promise<ResolvedFile>;

/**
 * The files of a folder that Spark, pandas or others wrote in parts, in order. What begins with `_` or a dot is theirs,
 * and symbolic links are not followed. Throws a SourceError where they are no parts of one table.
 */
export async function listParts(folder: string, shown: string, describe: Describe): Promise<ResolvedPart[]> {
  const found: Array<{ path: string; keys: ReadonlyMap<string, string | null> }> = [];
  await visit(folder, '', new Map(), found, shown);
  const formats = new Set(found.map(({ path }) => formatOf(path)));
  if (found.length === 0) {
    throw badRequest(`${shown} is a folder without files of a kind that is read: name a file, or a folder of parts.`);
  }
  if (formats.size > 1) {
    const kinds = [...new Set(found.map(({ path }) => extname(path)))].join(', ');
    throw badRequest(
      `${shown} is a folder of files of several kinds (${kinds}): name one file, or a folder of parts of one kind.`
    );
  }
  return Promise.all(
    found.map(async ({ path, keys }) => ({ ...(await describe(join(folder, path), `${shown}/${path}`)), keys }))
  );
}

async function visit(
  folder: string,
  below: string,
  keys: ReadonlyMap<string, string | null>,
  found: Array<{ path: string; keys: ReadonlyMap<string, string | null> }>,
  shown: string
): Promise<void> {
  const entries = await blocking(() => readdirSync(join(folder, below), { withFileTypes: true }));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (/^[._]/.test(entry.name)) {
      continue;
    }
    if (entry.isDirectory() && below.split('/').length < DEEPEST) {
      await visit(folder, path, withKey(keys, entry.name), found, shown);
    } else if (entry.isFile() && formatOf(entry.name) !== null) {
      found.push({ path, keys });
      if (found.length > MOST_PARTS) {
        throw badRequest(`${shown} is a folder of more than ${MOST_PARTS} files: name a folder below it.`);
      }
    }
  }
}

/** `day=2024-01-01`, percent-encoded where it must be. */
function withKey(keys: ReadonlyMap<string, string | null>, name: string): ReadonlyMap<string, string | null> {
  const at = name.indexOf('=');
  if (at < 1) {
    return keys;
  }
  const value = decoded(name.slice(at + 1));
  return new Map([...keys, [decoded(name.slice(0, at)), value === NO_VALUE || value === '' ? null : value]]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
