import { readdir } from 'node:fs/promises';
import type { SourceHealth } from '../Source';
import { messageOf } from './fileError';
import { listDataFiles } from './listDataFiles';

/** Whether a folder can be read, and how many files in it can. */
export async function checkFolder(folder: string): Promise<SourceHealth> {
  try {
    await readdir(folder);
    const files = await listDataFiles(folder);
    const found =
      files.length === 0
        ? 'no file of a kind that is read'
        : `${files.length} ${files.length === 1 ? 'file' : 'files'} to read`;
    return { ok: true, message: `The folder ${folder} has ${found}.` };
  } catch (error) {
    return { ok: false, message: explain(error, folder) };
  }
}

function explain(error: unknown, folder: string): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return `There is no folder ${folder}: create it, or name another one.`;
    case 'ENOTDIR':
      return `${folder} is a file, not a folder: name the folder that it lies in.`;
    case 'EACCES':
    case 'EPERM':
      return `The folder ${folder} may not be read: give the process the right to.`;
    default:
      return `The folder ${folder} cannot be read: ${messageOf(error)}`;
  }
}
