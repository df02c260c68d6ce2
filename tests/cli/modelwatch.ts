import { type ChildProcess, execFile } from 'node:child_process';
import { resolve } from 'node:path';

/** Runs the built executable, or says that it must be built. */
export const LAUNCHER = resolve(__dirname, '../../bin/modelwatch.mjs');

export interface Finished {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One element of `results`. */
export type ResultRow = Readonly<Record<string, string | number | boolean | null>>;

export function modelwatch(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}
): Promise<Finished> {
  return new Promise((done) => {
    const child: ChildProcess = execFile(
      process.execPath,
      [LAUNCHER, ...args],
      { maxBuffer: 2 ** 28, ...options },
      (_, stdout, stderr) => done({ status: child.exitCode ?? -1, stdout, stderr })
    );
  });
}

/** The elements of `results`; fails where the command does. */
export async function resultsOf(...args: string[]): Promise<ResultRow[]> {
  const { status, stdout, stderr } = await modelwatch([...args, '--format', 'json']);
  if (status !== 0 || stderr !== '') {
    throw new Error(`status ${status}: ${stderr}`);
  }
  return (JSON.parse(stdout) as { results: ResultRow[] }).results;
}
