import { open } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { looksLikeProfile } from '../baseline/profile/readProfile';
import { evaluate } from '../evaluate/evaluate';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { readDriftOptions } from './driftOptions';
import { DRIFT_HELP } from './help';
import { locateFiles } from './locateFiles';
import { report } from './report';
import { parseQuery } from '../query/parseQuery';
import { writeOut } from './writeOut';

/** `modelwatch drift`: compares the columns of two files. */
export async function drift(args: readonly string[]): Promise<ExitCode> {
  const options = readDriftOptions(args);
  if (options === 'help') {
    await writeOut(DRIFT_HELP);
    return ExitStatus.ok;
  }
  const stored = await isProfile(options.baseline);
  const { baseline, current, connections } = await locateFiles(options.baseline, options.current);
  const profiles = stored ? dirname(resolve(options.baseline)) : undefined;
  const query = parseQuery({
    kind: 'drift',
    current: {
      ...current,
      features: options.features.map((name) => ({ name, type: options.types.get(name) })),
    },
    baseline: stored ? { kind: 'profile', id: idOf(options.baseline) } : { kind: 'selection', ...baseline },
    tests: options.tests,
    decision: { alpha: options.alpha, correction: options.correction },
  });
  const types = options.features.length === 0 ? options.types : undefined;
  const result = await evaluate(query, { range: null, now: Date.now(), connections, types, profiles, last: true });
  return report(result, {
    query,
    format: options.format,
    detail: options.tests !== 'auto',
    failOnDrift: options.failOnDrift,
  });
}

/** The name of a profile's file is its id. */
function idOf(path: string): string {
  return basename(path, extname(path));
}

/** Whether a file is a profile and no file of rows; one that can't be read is neither, and is complained of later. */
async function isProfile(path: string): Promise<boolean> {
  if (extname(path) !== '.json') {
    return false;
  }
  const file = await open(path).catch(() => null);
  const head = await file?.read(Buffer.alloc(100), 0, 100, 0).catch(() => null);
  await file?.close();
  return head ? looksLikeProfile(head.buffer.toString('utf8', 0, head.bytesRead)) : false;
}
