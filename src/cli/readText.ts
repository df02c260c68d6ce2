import { readFile } from 'node:fs/promises';
import { CommandLineError } from './CommandLineError';

/** The text of a file that was named on the command line. Throws a CommandLineError. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why: Record<string, string> = {
      ENOENT: 'not found. Check the path',
      EISDIR: 'is a folder. Enter a file',
      EACCES: "can't be read. Check its permissions",
    };
    throw new CommandLineError(`${path} ${why[code ?? ''] ?? `can't be read (${code})`}.`);
  }
}
