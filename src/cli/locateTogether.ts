import { realpath } from 'node:fs/promises';
import { dirname, parse, relative, resolve, sep } from 'node:path';
import { CommandLineError } from './CommandLineError';

/** Files that the shell may name anywhere, below the innermost folder that all share. Throws a CommandLineError. */
export async function locateTogether(files: readonly string[]): Promise<{ folder: string; paths: string[] }> {
  // Symbolic links are the shell's business: a file that is named may be read wherever it lies.
  const real = await Promise.all(files.map((file) => realpath(file).catch(() => resolve(file))));
  let folder = dirname(real[0]);
  while (!real.every((file) => file.startsWith(folder.endsWith(sep) ? folder : folder + sep))) {
    if (folder === parse(folder).root) {
      throw new CommandLineError(`${files.join(' and ')} lie on different drives: put them on one.`);
    }
    folder = dirname(folder);
  }
  return { folder, paths: real.map((file) => relative(folder, file)) };
}
