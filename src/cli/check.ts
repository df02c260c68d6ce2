import { basename } from 'node:path';
import { evaluate } from '../evaluate/evaluate';
import { readProfile } from '../baseline/profile/readProfile';
import { learnExpectations, learntArrival } from '../evaluate/quality/learnExpectations';
import { learnFromProfile } from '../evaluate/quality/learnFromProfile';
import type { QualityResult, Result } from '../evaluate/Result';
import type { Expectations } from '../query/expectations';
import { parseQuery } from '../query/parseQuery';
import type { Query } from '../query/query';
import { type CheckOptions, readCheckOptions } from './checkOptions';
import { CommandLineError } from './CommandLineError';
import { type ExpectationsFile, expectationsYaml, readExpectations } from './expectationsFile';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { CHECK_HELP } from './help';
import { type LocatedFiles, locateFiles } from './locateFiles';
import { report } from './report';
import { registeredBaseline } from './registeredBaseline';
import { profileOf, type StoredBaseline, storedBaseline } from './storedBaseline';
import { writeOut } from './writeOut';

/** `modelwatch check`: a file against expectations, against another file, or to learn expectations from. */
export async function check(args: readonly string[]): Promise<ExitCode> {
  const options = readCheckOptions(args);
  if (options === 'help') {
    await writeOut(CHECK_HELP);
    return ExitStatus.ok;
  }
  const ofFile = await storedBaseline(options.file);
  if (ofFile !== null) {
    return learnOrRefuse(options, ofFile);
  }
  const expectations = options.expectations === undefined ? null : await readExpectations(options.expectations);
  const { baseline: before = options.file } = options;
  const registered = registeredBaseline(before, process.env);
  const located = await locateFiles(registered === null ? before : options.file, options.file, options.reading);
  const stored = options.baseline === undefined ? null : await storedBaseline(options.baseline);
  const query = queryOf(options, located, expectations, registered?.baseline ?? profileOf(stored));
  const result = await evaluate(query, {
    range: null,
    now: Date.now(),
    connections: { ...located.connections, ...registered?.connections },
    access: { environment: process.env },
    profiles: stored?.profiles,
  });
  if (options.learn && result.kind === 'quality') {
    requireValues(result, options);
    const arrival = learntArrival(result, options.arrival.field, options.tolerance);
    const features = learnExpectations(result, options.tolerance);
    await writeOut(
      expectationsYaml({ version: 1, ...(arrival !== null && { arrival }), features }, basename(options.file))
    );
    return ExitStatus.ok;
  }
  const status = await report(result, {
    query,
    format: options.format,
    detail: true,
    failOnDrift: options.failOn !== undefined,
    failOnWarning: options.failOn === 'warning',
    timed: options.window !== undefined,
  });
  requireRules(result, expectations);
  return status;
}

/** After all that could be checked: a rule that is not must not pass for one that is kept. Throws a CommandLineError. */
function requireRules(result: Result, expectations: ExpectationsFile | null): void {
  if (result.kind === 'quality' && result.refusedRules !== undefined && expectations !== null) {
    const { refusedRules: reasons } = result;
    const refused = (expectations.rules ?? []).flatMap(({ name }) => {
      const reason = reasons.get(name);
      return reason === undefined
        ? []
        : [`${expectations.placeOfRule(name)}, ${reason}${/[.?]$/.test(reason) ? '' : '.'}`];
    });
    throw new CommandLineError(refused.join(' '));
  }
}

/** Nothing is learnt of a column that is asked for, and that the file doesn't have or never fills. */
function requireValues({ verdicts }: QualityResult, { file, features }: CheckOptions): void {
  const isEmpty = ({ comparison, findings }: QualityResult['verdicts'][number]) =>
    features.includes(comparison.feature) && findings.some(({ code }) => code === 'column_vanished');
  const empty = verdicts.find(isEmpty);
  if (empty !== undefined) {
    throw new CommandLineError(`${file} has no values in a column "${empty.comparison.feature}". Check its name.`);
  }
}

function queryOf(
  { features, timeField, window, baseline, arrival: typed }: CheckOptions,
  located: LocatedFiles,
  expectations: Expectations | null,
  other: Readonly<Record<string, string>> | null
): Query {
  const expected = new Map(Object.entries(expectations?.features ?? {}));
  const names = features.length > 0 ? features : [...expected.keys()];
  const arrival = { ...expectations?.arrival, ...typed };
  if (Object.keys(arrival).length > 0 && timeField === undefined) {
    throw new CommandLineError(
      'the expectations say how late rows may arrive: name when they were made by --time COLUMN.'
    );
  }
  return parseQuery({
    kind: 'quality',
    arrival: Object.keys(arrival).length > 0 ? arrival : undefined,
    rules: expectations?.rules,
    window: window ?? 'range',
    current: {
      ...located.current,
      timeField,
      features: names.map((name) => ({ name, expect: expected.get(name) })),
    },
    baseline: other ?? (baseline === undefined ? undefined : { kind: 'selection', ...located.baseline }),
  });
}

/** A profile has no rows that could be checked: it is what expectations are learnt from. */
async function learnOrRefuse({ file, learn, tolerance }: CheckOptions, stored: StoredBaseline): Promise<ExitCode> {
  if (!learn) {
    throw new CommandLineError(
      `${file} is a profile and has no rows to check: give it as --baseline, or learn expectations from it with --learn.`
    );
  }
  const profile = await readProfile(stored.profiles, stored.id);
  await writeOut(expectationsYaml({ version: 1, features: learnFromProfile(profile, tolerance) }, basename(file)));
  return ExitStatus.ok;
}
