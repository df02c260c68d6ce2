import { realpath } from 'node:fs/promises';
import { dirname, parse, relative, resolve, sep } from 'node:path';
import type { Connections } from '../evaluate/connections';
import type { Reading } from './readingOptions';

interface Located {
  readonly connection: string;
  readonly path: string;
}

export interface LocatedFiles {
  readonly baseline: Located;
  readonly current: Located;
  readonly connections: Connections;
}

/**
 * Files that the shell may name anywhere, as selections of connections: each is the folder of its file, or the one that
 * both lie below, so that messages tell two files of the same name apart.
 */
export async function locateFiles(baseline: string, current: string, reading: Reading = {}): Promise<LocatedFiles> {
  const before = await follow(baseline);
  const now = await follow(current);
  const shared = sharedFolder(before, now);
  const folders = shared === null || before === now ? [dirname(before), dirname(now)] : [shared, shared];
  return {
    baseline: { connection: 'baseline', path: relative(folders[0], before) },
    current: { connection: 'current', path: relative(folders[1], now) },
    connections: {
      baseline: { type: 'file', folder: folders[0], ...reading },
      current: { type: 'file', folder: folders[1], ...reading },
    },
  };
}

/** Symbolic links are the shell's business: a file that is named may be read wherever it lies. */
async function follow(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** The innermost folder that both lie below; null on different drives. */
function sharedFolder(a: string, b: string): string | null {
  if (parse(a).root !== parse(b).root) {
    return null;
  }
  let folder = dirname(a);
  while (folder !== parse(a).root && !b.startsWith(folder + sep)) {
    folder = dirname(folder);
  }
  return folder;
}
