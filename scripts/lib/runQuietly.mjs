import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs a program whose output matters only when it fails: rejects with an Error that says `failure` and what it printed.
 *
 * @param {{ program: string, args: string[], failure: string, cwd?: string }} command
 */
export async function runQuietly({ program, args, failure, cwd }) {
  try {
    await run(program, args, { cwd, maxBuffer: Infinity });
  } catch (error) {
    const printed = `${error.stdout ?? ''}${error.stderr ?? ''}` || error.message;
    throw new Error(`${failure} (exit code ${error.code}):\n${printed}`, { cause: error });
  }
}
