// `node scripts/releaseNotes.mjs 0.1.0`: the section of CHANGELOG.md on that version, for its release.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from './lib/project.mjs';
import { sectionOf } from './lib/sectionOf.mjs';

const [version] = process.argv.slice(2);
const section = version && sectionOf(fs.readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8'), version);
if (section) {
  process.stdout.write(`${section}\n`);
} else {
  process.stderr.write(
    version
      ? `CHANGELOG.md has no section "## ${version}": write one before the tag is pushed.\n`
      : 'Name a version: node scripts/releaseNotes.mjs 0.1.0\n'
  );
  process.exitCode = 2;
}
