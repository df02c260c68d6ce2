import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandLineError } from './CommandLineError';

/**
 * Writes a file as a whole or not at all: aside, flushed, and renamed. What was there stays where something goes wrong, such
 * as a full disk. Links are followed; devices and pipes are written as they are. Throws a CommandLineError.
 */
export async function writeAside(path: string, text: string): Promise<void> {
  try {
    const target = await realpath(path).catch(() => resolve(path));
    const before = await stat(target).catch(() => null);
    if (before !== null && !before.isFile()) {
      await writeTo(target, 'w', text);
      return;
    }
    const aside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
    try {
      await writeTo(aside, 'wx', text, before === null ? undefined : before.mode & 0o777);
      await rename(aside, target);
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
    await flushFolder(dirname(target));
  } catch (error) {
    throw new CommandLineError(`${path} cannot be written: ${reasonOf(error)}.`);
  }
}

/** Throws a CommandLineError where the file to write is one that is read, by whatever name. */
export async function refuseInput(output: string, inputs: readonly string[]): Promise<void> {
  const own = await stat(output, { bigint: true }).catch(() => null);
  for (const input of own === null ? [] : inputs) {
    const read = await stat(input, { bigint: true }).catch(() => null);
    if (read !== null && own !== null && read.dev === own.dev && read.ino === own.ino) {
      throw new CommandLineError(`--output ${output} is the file that is read, ${input}: name another one.`);
    }
  }
}

async function writeTo(path: string, flags: 'w' | 'wx', text: string, mode?: number): Promise<void> {
  const handle = await open(path, flags, mode);
  try {
    await handle.writeFile(text);
    if (flags === 'wx') {
      await handle.sync();
    }
  } finally {
    await handle.close();
  }
}

/** The name lies in the folder. Some systems can't flush one. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'its folder is not there';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'the right to write there is missing';
    default:
      return code ?? String(error);
  }
}
