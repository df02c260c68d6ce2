import { spawn } from 'node:child_process';

/**
 * Runs a program to its end while this process goes on serving; throws where it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ seconds: number, stdout: string }>}
 */
export function runProcess(command, args) {
  const begun = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of Object.keys(said)) {
    child[name].setEncoding('utf8').on('data', (text) => (said[name] += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      const seconds = (performance.now() - begun) / 1000;
      if (status === 0) {
        resolve({ seconds, stdout: said.stdout });
      } else {
        reject(new Error(`${command} ended with ${signal ?? status}: ${said.stderr.slice(-1000)}`));
      }
    });
  });
}
