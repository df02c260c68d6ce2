import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { aptInstall, onPath } from './installedPrograms.mjs';

const OLDEST_JAVA = 17;
const JVMS = '/usr/lib/jvm';
const HOW_TO =
  'The tests of the Elasticsearch source need real servers, which Maven fetches: install `mvn` and a JDK of version 17 or later (Debian: apt-get install maven openjdk-17-jre-headless).';

/**
 * Maven, which fetches what the tests run, and the Java that runs it; installed by apt where they are missing and may be.
 * Throws an Error that says what to install.
 *
 * @returns {{ javaHome: string, mvn: (folder: string, args: string[]) => void }}
 */
export function findMaven() {
  if (onPath('mvn') === undefined || findJava() === undefined) {
    aptInstall('maven', 'openjdk-17-jre-headless');
  }
  const java = findJava();
  if (java === undefined) {
    throw new Error(HOW_TO);
  }
  const javaHome = path.dirname(path.dirname(fs.realpathSync(java)));
  return {
    javaHome,
    mvn: (folder, args) => {
      const program = onPath('mvn');
      if (program === undefined) {
        throw new Error(HOW_TO);
      }
      execFileSync(program, ['-q', '-B', ...args], {
        cwd: folder,
        env: { ...process.env, JAVA_HOME: javaHome },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    },
  };
}

/** The first Java that is new enough: the one that is asked for, on the path, or where Debian puts them. */
function findJava() {
  const { JAVA_HOME } = process.env;
  const installed = fs.existsSync(JVMS) ? fs.readdirSync(JVMS).map((name) => path.join(JVMS, name)) : [];
  const homes = [...(JAVA_HOME ? [JAVA_HOME] : []), ...installed];
  const candidates = [onPath('java'), ...homes.map((home) => path.join(home, 'bin/java'))];
  return candidates.find((java) => java !== undefined && fs.existsSync(java) && majorOf(java) >= OLDEST_JAVA);
}

function majorOf(java) {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

/**
 * A folder of the cache, made once: what fills it works on another one that takes its place when it is whole.
 *
 * @param {string} folder
 * @param {(folder: string) => void} fill
 */
export function cachedFolder(folder, fill) {
  if (!fs.existsSync(folder)) {
    const fresh = `${folder}.new`;
    fs.rmSync(fresh, { recursive: true, force: true });
    fs.mkdirSync(fresh, { recursive: true });
    fill(fresh);
    fs.renameSync(fresh, folder);
  }
}
