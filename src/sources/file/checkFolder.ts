import type { SourceHealth } from '../Source';
import { messageOf } from './fileError';
import { listDataFiles } from './listDataFiles';

/** Whether a folder can be read, and how many files in it can. */
export async function checkFolder(folder: string): Promise<SourceHealth> {
  try {
    const files = await listDataFiles(folder);
    const found =
      files.length === 0
        ? 'no file of a kind that is read'
        : `${files.length} ${files.length === 1 ? 'file' : 'files'} to read`;
    return { ok: true, message: `The folder has ${found}.` };
  } catch (error) {
    return { ok: false, message: explain(error) };
  }
}

/** Never where the folder lies: whoever may query may ask for this. */
function explain(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'Folder of the connection not found. Create it, or enter another folder.';
    case 'ENOTDIR':
      return 'The "folder" of the connection is a file. Enter the folder that contains it.';
    case 'EACCES':
    case 'EPERM':
      return 'Access to the folder of the connection is denied: give the process the right to read it.';
    default:
      return `Can\'t read the folder of the connection: ${messageOf(error)}`;
  }
}
