import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { glob } from 'glob';
import yazl from 'yazl';

const EXECUTABLE = /^gpx_/;

/**
 * Zips a folder as Grafana installs plugins: everything in one top folder, executables with permission to run.
 *
 * @param {{ folder: string, top: string, file: string, executables: string[] }} options `executables` are those of the
 *   folder that belong in the archive.
 * @returns {Promise<{ bytes: number, sha256: string }>}
 */
export async function archive({ folder, top, file, executables }) {
  const names = await glob('**/*', { cwd: folder, nodir: true, dot: true, posix: true });
  const wanted = names.filter((name) => !EXECUTABLE.test(name) || executables.includes(name)).sort();
  const zip = new yazl.ZipFile();
  for (const name of wanted) {
    const mode = EXECUTABLE.test(name) ? 0o100755 : 0o100644;
    const { mtime } = await fs.stat(path.join(folder, name));
    zip.addFile(path.join(folder, name), `${top}/${name}`, { mode, mtime });
  }
  zip.end();
  await fs.mkdir(path.dirname(file), { recursive: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(zip.outputStream, measure, createWriteStream(file));
  return { bytes, sha256: hash.digest('hex') };
}
