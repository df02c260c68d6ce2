import { basename } from 'node:path';
import { evaluate } from '../evaluate/evaluate';
import type { QualityResult } from '../evaluate/Result';
import type { Expectations } from '../query/expectations';
import { parseQuery } from '../query/parseQuery';
import type { Query } from '../query/query';
import { ALL_ROWS } from '../verdict/quality/decideQuality';
import { learnExpectation } from '../verdict/quality/learnExpectation';
import { type CheckOptions, readCheckOptions } from './checkOptions';
import { expectationsYaml, readExpectations } from './expectationsFile';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { CHECK_HELP } from './help';
import { type LocatedFiles, locateFiles } from './locateFiles';
import { report } from './report';
import { writeOut } from './writeOut';

/** `modelwatch check`: a file against expectations, against another file, or to learn expectations from. */
export async function check(args: readonly string[]): Promise<ExitCode> {
  const options = readCheckOptions(args);
  if (options === 'help') {
    await writeOut(CHECK_HELP);
    return ExitStatus.ok;
  }
  const expectations = options.expectations === undefined ? null : await readExpectations(options.expectations);
  const located = await locateFiles(options.baseline ?? options.file, options.file);
  const query = queryOf(options, located, expectations);
  const { connections } = located;
  const result = await evaluate(query, { range: null, now: Date.now(), connections });
  if (options.learn && result.kind === 'quality') {
    await writeOut(expectationsYaml(learn(result, options.tolerance), basename(options.file)));
    return ExitStatus.ok;
  }
  return report(result, {
    query,
    format: options.format,
    detail: true,
    failOnDrift: options.failOn !== undefined,
    failOnWarning: options.failOn === 'warning',
    timed: options.window !== undefined,
  });
}

function queryOf(
  { features, timeField, window, baseline }: CheckOptions,
  located: LocatedFiles,
  expectations: Expectations | null
): Query {
  const expected = new Map(Object.entries(expectations?.features ?? {}));
  const names = features.length > 0 ? features : [...expected.keys()];
  return parseQuery({
    kind: 'quality',
    window: window ?? 'range',
    current: {
      ...located.current,
      timeField,
      features: names.map((name) => ({ name, expect: expected.get(name) })),
    },
    baseline: baseline === undefined ? undefined : { kind: 'selection', ...located.baseline },
  });
}

function learn({ verdicts }: QualityResult, tolerance: number): Expectations {
  const features = verdicts
    .filter(({ comparison }) => comparison.feature !== ALL_ROWS)
    .map(({ comparison }) => [comparison.feature, learnExpectation(comparison, tolerance)] as const);
  return { version: 1, features: Object.fromEntries(features) };
}
