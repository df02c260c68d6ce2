import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const HOW_TO =
  'The tests of the Elasticsearch source need real servers, which Maven fetches: install `mvn` and a JDK of version 17 or later (Debian: apt-get install maven openjdk-17-jre-headless).';

/**
 * Maven, which fetches what the tests run, and the Java that runs it; installed by apt where they are missing and may be.
 * Throws an Error that says what to install.
 *
 * @returns {{ javaHome: string, mvn: (folder: string, args: string[]) => void }}
 */
export function findMaven() {
  const isMissing = onPath('mvn') === undefined || (onPath('java') === undefined && !process.env.JAVA_HOME);
  if (isMissing) {
    byApt();
  }
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/java') : onPath('java');
  if (java === undefined || !fs.existsSync(java)) {
    throw new Error(HOW_TO);
  }
  return {
    javaHome: path.dirname(path.dirname(fs.realpathSync(java))),
    mvn: (folder, args) => {
      const program = onPath('mvn');
      if (program === undefined) {
        throw new Error(HOW_TO);
      }
      run(program, ['-q', '-B', ...args], folder);
    },
  };
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

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}

function byApt() {
  if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) {
    return;
  }
  try {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'maven', 'openjdk-17-jre-headless']);
  } catch (error) {
    process.stderr.write(`apt could not install maven and Java: ${error.message}\n`);
  }
}

function run(program, args, cwd = process.cwd()) {
  execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
