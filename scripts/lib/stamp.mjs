import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Remembers what a build was made from, so that nothing is built twice.
 *
 * @param {string} file where to remember it
 * @param {string} root the folder that inputs are relative to
 */
export function stamp(file, root) {
  return {
    /**
     * Whether the build was made from just these files, and what it made is still there.
     *
     * @param {string} [now] the hash of the inputs, where they may be others than those of the build
     */
    async isFresh(now) {
      try {
        const { inputs, outputs, hash } = JSON.parse(await fs.readFile(file, 'utf8'));
        await Promise.all(outputs.map((/** @type {string} */ output) => fs.access(output)));
        return hash === (now ?? (await hashFiles(root, inputs)));
      } catch {
        return false;
      }
    },
    /**
     * @param {string[]} inputs
     * @param {string[]} outputs absolute
     * @param {string} [hash] of the inputs as they were when the build began, where they may have changed since
     */
    async write(inputs, outputs, hash) {
      await fs.mkdir(path.dirname(file), { recursive: true });
      await fs.writeFile(
        file,
        JSON.stringify({ hash: hash ?? (await hashFiles(root, inputs)), inputs, outputs }, null, 1)
      );
    },
    forget: () => fs.rm(file, { force: true }),
  };
}

/** One hash over names and contents, whatever the order. Rejects where a file is missing. */
export async function hashFiles(root, inputs) {
  const hashes = await Promise.all(
    [...inputs].sort().map(async (input) => {
      const content = await fs.readFile(path.resolve(root, input));
      return `${input} ${createHash('sha256').update(content).digest('hex')}`;
    })
  );
  return createHash('sha256').update(hashes.join('\n')).digest('hex');
}
