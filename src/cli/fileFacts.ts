import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import type { Profile } from '../baseline/profile/profileSchema';
import { CommandLineError } from './CommandLineError';

/** Where a file comes from, as far as it, a `.dvc` file beside it and its git repository tell. */
export async function fileFacts(path: string): Promise<Profile['source']> {
  const hash = createHash('sha256');
  const stats = await stat(path).catch(() => {
    throw new CommandLineError(`${path} not found. Check the path.`);
  });
  if (stats.isDirectory()) {
    const commit = await gitCommit(path);
    return { name: basename(path), ...(commit !== undefined && { git_commit: commit }) };
  }
  const { size } = stats;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
  }
  const [md5, commit] = await Promise.all([dvcMd5(path), gitCommit(dirname(path))]);
  return {
    name: basename(path),
    bytes: size,
    sha256: hash.digest('hex'),
    ...(md5 !== undefined && { dvc_md5: md5 }),
    ...(commit !== undefined && { git_commit: commit }),
  };
}

/** What DVC tracks the file as: `outs: [{md5, path}]` of the file of the same name with `.dvc` behind it. */
async function dvcMd5(path: string): Promise<string | undefined> {
  const text = await readFile(`${path}.dvc`, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  try {
    const { outs } = parse(text) as { outs?: Array<{ md5?: unknown; path?: unknown }> };
    const out = outs?.find((one) => one.path === basename(path)) ?? outs?.[0];
    return typeof out?.md5 === 'string' ? out.md5 : undefined;
  } catch {
    throw new CommandLineError(`${path}.dvc is not valid YAML: fix it, or remove it.`);
  }
}

/** Undefined outside of a repository, and where there is no git. */
export async function gitCommit(folder: string): Promise<string | undefined> {
  const run = promisify(execFile);
  const { stdout } = await run('git', ['-C', folder, 'rev-parse', 'HEAD']).catch(() => ({ stdout: '' }));
  return /^[0-9a-f]{40,64}$/.test(stdout.trim()) ? stdout.trim() : undefined;
}
