import { readFile } from 'node:fs/promises';
import { CommandLineError } from './CommandLineError';

/** The text of a file that was named on the command line. Throws a CommandLineError. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why: Record<string, string> = {
      ENOENT: 'is not there: check the path',
      EISDIR: 'is a folder: name a file',
      EACCES: 'may not be read: check its permissions',
    };
    throw new CommandLineError(`${path} ${why[code ?? ''] ?? `cannot be read (${code})`}.`);
  }
}
