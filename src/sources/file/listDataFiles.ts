import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { blocking } from '../blocking';
import { formatOf } from './fileFormat';

const MOST_FILES = 1000;
const DEEPEST = 4;

/** Paths of the files below a folder that can be read, in order; symbolic links and hidden files are passed over. */
export async function listDataFiles(folder: string, below = '', depth = 0): Promise<string[]> {
  const entries = await blocking(() => readdirSync(join(folder, below), { withFileTypes: true }));
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith('.') || files.length >= MOST_FILES) {
      continue;
    }
    if (entry.isFile() && formatOf(entry.name) !== null) {
      files.push(path);
    } else if (entry.isDirectory() && depth < DEEPEST) {
      files.push(...(await listDataFiles(folder, path, depth + 1).catch(() => [])));
    }
  }
  return files.slice(0, MOST_FILES);
}
