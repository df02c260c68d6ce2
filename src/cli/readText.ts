import { readFile } from 'node:fs/promises';
import { CommandLineError } from './CommandLineError';

/** The text of a file that was named on the command line. Throws a CommandLineError. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new CommandLineError(
      code === 'ENOENT' ? `${path} is not there: check the path.` : `${path} cannot be read (${code}).`
    );
  }
}
