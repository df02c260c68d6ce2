import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const START = path.resolve(__dirname, '../../../scripts/start.mjs');
const START_LIMIT_MS = 180_000;

export interface StartedProgram {
  readonly child: ChildProcess;
  /** The address that it printed. */
  readonly url: string;
}

/** Runs what `npm start` runs until it prints its address. Rejects with its output where it ends before that. */
export function runStart(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  script = START
): Promise<StartedProgram> {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    let output = '';
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`start.mjs printed no address within ${START_LIMIT_MS / 1000} s:\n${output}`));
    }, START_LIMIT_MS);
    const read = (text: Buffer) => {
      output += text;
      const url = /^ +(https?:\/\/\S+)$/m.exec(output)?.[1];
      if (url) {
        clearTimeout(limit);
        resolve({ child, url });
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => {
      clearTimeout(limit);
      reject(new Error(`start.mjs ended with status ${code}:\n${output}`));
    });
  });
}

/** Presses Ctrl-C; resolves to the exit status. */
export function interrupt({ child }: StartedProgram): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGINT');
  });
}
