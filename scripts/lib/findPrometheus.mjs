import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findGo } from './findGo.mjs';
import { aptInstall, onPath } from './installedPrograms.mjs';
import { CACHE } from './project.mjs';

/** The Prometheus 3 that is built where the machine has none: v0.316.0 is the Go module's name for Prometheus 3.16.0. */
const MODULE = 'github.com/prometheus/prometheus/cmd';
const MODULE_VERSION = 'v0.316.0';

const HOW_TO =
  'The tests of the Prometheus source need a real Prometheus: install `prometheus` and `promtool` (Debian: apt-get install prometheus), or Go, with which Prometheus 3 is built.';

/**
 * Real Prometheus servers and the tool that fills them: every one on the PATH, Debian's where apt can install it, and
 * Prometheus 3, built through Go into .cache (about five minutes, once). Rejects with an Error that says what to install.
 *
 * @returns {Promise<{ promtool: string, servers: Array<{ name: string, major: number, program: string }> }>}
 */
export async function findPrometheus() {
  if (onPath('prometheus') === undefined) {
    aptInstall('prometheus');
  }
  const servers = [onPath('prometheus'), await built('prometheus')]
    .filter((program) => program !== undefined)
    .map(describe);
  const promtool = onPath('promtool') ?? (await built('promtool'));
  if (servers.length === 0 || promtool === undefined) {
    throw new Error(HOW_TO);
  }
  // The one on the PATH may be a Prometheus 3 as well: then there is nothing to learn from another.
  return { promtool, servers: servers.filter(({ major }, i) => servers.findIndex((one) => one.major === major) === i) };
}

async function built(name) {
  const folder = path.join(CACHE, 'prometheus', MODULE_VERSION);
  const program = path.join(folder, name);
  if (fs.existsSync(program)) {
    return program;
  }
  let go;
  try {
    go = await findGo();
  } catch {
    return undefined;
  }
  try {
    process.stderr.write(`Building ${name} ${MODULE_VERSION} through Go: some minutes, once.\n`);
    // Service discovery for clouds is most of the program, and useless here.
    execFileSync(go, ['install', '-tags', 'remove_all_sd', `${MODULE}/${name}@${MODULE_VERSION}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, GOBIN: folder, GOTOOLCHAIN: 'auto' },
    });
    return program;
  } catch (error) {
    process.stderr.write(`Go could not build ${name}: ${error.message}\n`);
    return undefined;
  }
}

function describe(program) {
  const said = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [, version = ''] = /version (\d+\.\d+\.\d+)/.exec(said) ?? [];
  // A program that Go built from its module does not know its version.
  const shown = version === '' ? `3 (${MODULE_VERSION})` : version;
  return { name: `Prometheus ${shown}`, major: Number.parseInt(shown, 10), program };
}
