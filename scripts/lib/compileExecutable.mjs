import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { dropSignature } from './dropSignature.mjs';

/**
 * Compiles bundled CommonJS texts with Bun into an executable; the first is where it starts.
 *
 * @param {{ files: Record<string, string>, outfile: string, workFolder: string, compiler: string, base: string, target: string }} options
 *   `compiler` is the Bun that runs here, `base` the Bun that goes into the executable.
 */
export async function compileExecutable({ files, outfile, workFolder, compiler, base, target }) {
  await fs.mkdir(workFolder, { recursive: true });
  await fs.mkdir(path.dirname(outfile), { recursive: true });
  const entries = Object.keys(files).map((name) => path.join(workFolder, name));
  await Promise.all(Object.values(files).map((text, index) => fs.writeFile(entries[index], text)));
  const compiled = path.join(workFolder, path.basename(outfile));
  await run(compiler, [
    'build',
    ...entries,
    '--compile',
    '--bytecode',
    // The working folder is Grafana's own: nothing that lies there may change what runs.
    '--no-compile-autoload-dotenv',
    '--no-compile-autoload-bunfig',
    `--target=${target}`,
    `--compile-executable-path=${base}`,
    `--outfile=${compiled}`,
  ]);
  if (target === 'bun-darwin-x64') {
    await dropSignature(compiled);
  }
  await fs.chmod(compiled, 0o755);
  // A rename replaces an executable that is running; writing into it would fail.
  await fs.rename(compiled, outfile);
}

function run(command, parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) {
        resolve(undefined);
      } else {
        reject(new Error(`Bun could not compile the executable (exit code ${code}):\n${output}`));
      }
    });
  });
}
