import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './project.mjs';

/**
 * Bun's binary for this machine, as npm installed it. It lies in the platform's package, or in `bun` itself where that
 * package's install script was allowed to move it there. Throws an Error that says what to do.
 */
export function installedBun({ bun }) {
  const windows = process.platform === 'win32' ? '.exe' : '';
  const places = [`${bun}/bin/bun${windows}`, `${bun}-musl/bin/bun`, 'bun/bin/bun.exe'];
  const found = places.map((place) => path.join(ROOT, 'node_modules', place)).find(isBinary);
  if (!found) {
    throw new Error(`Bun's binary is not in node_modules (looked for ${places.join(', ')}): run npm ci.`);
  }
  return found;
}

/** Without its install script, `bun` holds a short text in the binary's place. */
function isBinary(file) {
  return existsSync(file) && statSync(file).size > 1_000_000;
}
