import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { version } from '../../package.json';
import { makeProfile } from '../baseline/profile/makeProfile';
import type { Profile } from '../baseline/profile/profileSchema';
import { sourceOf } from '../evaluate/connections';
import { CommandLineError } from './CommandLineError';
import { readTypes } from './driftOptions';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { PROFILE_HELP } from './help';
import { locateFiles } from './locateFiles';
import { listOf, parseOptions } from './parseOptions';
import { writeOut } from './writeOut';

/** `modelwatch profile`: writes the stored baseline of a file. */
export async function profile(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions('profile', args, {
    output: { type: 'string' },
    features: { type: 'string', multiple: true },
    types: { type: 'string', multiple: true },
    query: { type: 'string' },
    'minimum-count': { type: 'string', default: '0' },
    label: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    await writeOut(PROFILE_HELP);
    return ExitStatus.ok;
  }
  if (positionals.length !== 1 || values.output === undefined) {
    throw new CommandLineError('modelwatch profile needs one file and --output FILE; see modelwatch profile --help.');
  }
  const [path] = positionals;
  const { current, connections } = await locateFiles(path, path);
  const features = listOf(values.features);
  const made = await makeProfile(
    sourceOf(connections, 'current'),
    {
      selection: { ...current, query: values.query, features: features.map((name) => ({ name })) },
      types: readTypes(listOf(values.types), features),
      minimumCount: readCount(values['minimum-count']),
      labels: readLabels(values.label ?? []),
      created: new Date().toISOString(),
      version,
      source: await sourceFacts(path),
    },
    {}
  );
  await writeFile(values.output, `${JSON.stringify(made, null, 1)}\n`).catch((error: unknown) => {
    throw new CommandLineError(`${values.output} cannot be written: ${error instanceof Error ? error.message : error}`);
  });
  await writeOut(summaryOf(made, values.output));
  return ExitStatus.ok;
}

function summaryOf({ rows, columns, source }: Profile, output: string): string {
  const kept = columns.filter(({ distribution }) => distribution !== undefined);
  const left = columns.filter(({ distribution }) => distribution === undefined).map(({ name }) => name);
  const without = left.length === 0 ? '' : ` Without distribution, as times and identifiers: ${left.join(', ')}.`;
  return `${output}: ${kept.length} columns of ${rows.toLocaleString('en-US')} rows of ${source.name}.${without}\n`;
}

function readCount(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new CommandLineError(`--minimum-count: "${text}" is not a whole number.`);
  }
  return Number(text);
}

function readLabels(assignments: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    assignments.map((assignment) => {
      const at = assignment.indexOf('=');
      if (at < 1) {
        throw new CommandLineError(`--label: "${assignment}" is not of the form NAME=VALUE.`);
      }
      return [assignment.slice(0, at), assignment.slice(at + 1)];
    })
  );
}

/** Where a file comes from, as far as it, a `.dvc` file beside it and its git repository tell. */
async function sourceFacts(path: string): Promise<Profile['source']> {
  const hash = createHash('sha256');
  const { size } = await stat(path).catch(() => {
    throw new CommandLineError(`${path} is not there: check the path.`);
  });
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
    throw new CommandLineError(`${path}.dvc is not valid YAML: mend it, or move it away.`);
  }
}

/** Undefined outside of a repository, and where there is no git. */
async function gitCommit(folder: string): Promise<string | undefined> {
  const run = promisify(execFile);
  const { stdout } = await run('git', ['-C', folder, 'rev-parse', 'HEAD']).catch(() => ({ stdout: '' }));
  return /^[0-9a-f]{40,64}$/.test(stdout.trim()) ? stdout.trim() : undefined;
}
