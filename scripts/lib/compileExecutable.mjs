import fs from 'node:fs/promises';
import path from 'node:path';
import { dropSignature } from './dropSignature.mjs';
import { runQuietly } from './runQuietly.mjs';

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
  const args = [
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
  ];
  await runQuietly({ program: compiler, args, failure: 'Bun could not compile the executable' });
  if (target === 'bun-darwin-x64') {
    await dropSignature(compiled);
  }
  await fs.chmod(compiled, 0o755);
  // A rename replaces an executable that is running; writing into it would fail.
  await fs.rename(compiled, outfile);
}
