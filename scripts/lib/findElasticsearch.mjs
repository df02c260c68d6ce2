import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { cachedFolder, findMaven } from './findMaven.mjs';
import { CACHE } from './project.mjs';

const VERSION = '8.19.21';
const ARTIFACT = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${VERSION}:zip`;
const UNPACK = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack';

/**
 * A real Elasticsearch, fetched from Maven Central into .cache once (107 MB), and the Java that runs it. Throws an Error
 * that says what to install.
 *
 * @returns {{ name: string, home: string, javaHome: string }}
 */
export function findElasticsearch() {
  const { javaHome, mvn } = findMaven();
  const folder = path.join(CACHE, 'elasticsearch');
  const home = path.join(folder, `elasticsearch-${VERSION}`);
  if (!fs.existsSync(path.join(home, 'bin/elasticsearch'))) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  cachedFolder(folder, (fresh) => {
    process.stderr.write(`Fetching Elasticsearch ${VERSION} through Maven: 107 MB, once.\n`);
    mvn(fresh, [
      UNPACK,
      `-Dartifact=${ARTIFACT}`,
      `-DoutputDirectory=${fresh}`,
      `-DmarkersDirectory=${path.join(fresh, 'markers')}`,
    ]);
    const programs = path.join(fresh, `elasticsearch-${VERSION}`, 'bin');
    fs.readdirSync(programs).forEach((name) => fs.chmodSync(path.join(programs, name), 0o755));
  });
  return { name: `Elasticsearch ${VERSION}`, home, javaHome };
}
