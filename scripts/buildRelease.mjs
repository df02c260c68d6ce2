// `npm run build:release [linux/amd64 …]`: dist/ for every platform, and archives of it in artifacts/.
// `-- --archive-only` makes the archives of dist/ as it stands, after `npm run sign` has put its MANIFEST.txt there.
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { archive } from './lib/archive.mjs';
import { buildExecutable } from './lib/buildExecutable.mjs';
import { buildFrontEnd } from './lib/buildFrontEnd.mjs';
import { downloadBun } from './lib/downloadBun.mjs';
import { executableName, PLATFORMS } from './lib/platforms.mjs';
import { CACHE, DIST, ROOT } from './lib/project.mjs';
import { report } from './lib/report.mjs';
import { withLock } from './lib/withLock.mjs';

const ID = 'modelwatch-app';

async function main() {
  const { platforms, archiveOnly } = readArguments(process.argv.slice(2));
  await withLock(path.join(CACHE, 'build', 'lock'), async () => {
    if (!archiveOnly) {
      await report('front end', buildFrontEnd());
      for (const platform of platforms) {
        await report(`${platform.os}/${platform.arch}`, buildForRelease(platform));
      }
    }
    await archiveAll(platforms);
  });
}

function readArguments(words) {
  const names = words.filter((word) => word !== '--archive-only');
  const platforms = PLATFORMS.filter(({ os, arch }) => names.length === 0 || names.includes(`${os}/${arch}`));
  const known = PLATFORMS.map(({ os, arch }) => `${os}/${arch}`);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) {
    throw new Error(`"${unknown}" is not a platform: name some of ${known.join(', ')}, or none for all.`);
  }
  return { platforms, archiveOnly: names.length < words.length };
}

async function buildForRelease(platform) {
  return buildExecutable({ platform, base: await downloadBun(platform) });
}

/** One archive for all platforms, and, since each executable is large, one for each. */
async function archiveAll(platforms) {
  const { version } = JSON.parse(await fs.readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const signed = await fs.access(path.join(DIST, 'MANIFEST.txt')).then(
    () => true,
    () => false
  );
  const all = platforms.map(executableName);
  const missing = platforms.find((platform) => !existsSync(path.join(DIST, executableName(platform))));
  if (missing) {
    const name = `${missing.os}/${missing.arch}`;
    throw new Error(
      `dist/ has no executable for ${name}: build it ("npm run build:release"), or name the platforms that are there.`
    );
  }
  const archives = [{ name: `${ID}-${version}.zip`, executables: all }];
  // A signature covers every file: without the other executables it would not hold.
  if (!signed && platforms.length > 1) {
    for (const platform of platforms) {
      const name = `${ID}-${version}.${platform.os}_${platform.arch}.zip`;
      archives.push({ name, executables: [executableName(platform)] });
    }
  }
  for (const { name, executables } of archives) {
    const file = path.join(ROOT, 'artifacts', name);
    const { bytes, sha256 } = await archive({ folder: DIST, top: ID, file, executables });
    process.stdout.write(`artifacts/${name}: ${megabytes(bytes)}, sha256 ${sha256}\n`);
  }
  for (const executable of all) {
    const { size } = await fs.stat(path.join(DIST, executable));
    process.stdout.write(`dist/${executable}: ${megabytes(size)}\n`);
  }
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
