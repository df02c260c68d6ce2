import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { CACHE } from './project.mjs';

const VERSION = '8.19.21';
const ARTIFACT = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${VERSION}:zip`;
const UNPACK = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack';

const HOW_TO =
  'The tests of the Elasticsearch source need a real Elasticsearch, which Maven fetches: install `mvn` and a JDK of version 17 or later (Debian: apt-get install maven openjdk-17-jre-headless).';

/**
 * A real Elasticsearch, fetched from Maven Central into .cache once (107 MB), and the Java that runs it. Throws an Error
 * that says what to install.
 *
 * @returns {{ name: string, home: string, javaHome: string }}
 */
export function findElasticsearch() {
  const needed = ['mvn', 'java'].filter((name) => onPath(name) === undefined);
  if (needed.length > 0 && !(process.env.JAVA_HOME && onPath('mvn'))) {
    byApt();
  }
  const javaHome = findJava();
  const home = path.join(CACHE, 'elasticsearch', `elasticsearch-${VERSION}`);
  if (!fs.existsSync(path.join(home, 'bin/elasticsearch'))) {
    fetch(path.dirname(home));
  }
  return { name: `Elasticsearch ${VERSION}`, home, javaHome };
}

function fetch(folder) {
  const mvn = onPath('mvn');
  if (mvn === undefined) {
    throw new Error(HOW_TO);
  }
  process.stderr.write(`Fetching Elasticsearch ${VERSION} through Maven: 107 MB, once.\n`);
  const unpacked = `${folder}.new`;
  fs.rmSync(unpacked, { recursive: true, force: true });
  fs.mkdirSync(unpacked, { recursive: true });
  run(mvn, ['-q', '-B', UNPACK, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${unpacked}`], unpacked);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(unpacked, folder);
  const programs = path.join(folder, `elasticsearch-${VERSION}`, 'bin');
  fs.readdirSync(programs).forEach((name) => fs.chmodSync(path.join(programs, name), 0o755));
}

function findJava() {
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/java') : onPath('java');
  if (java === undefined || !fs.existsSync(java)) {
    throw new Error(HOW_TO);
  }
  return path.dirname(path.dirname(fs.realpathSync(java)));
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
