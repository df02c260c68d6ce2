import { evaluate } from '../evaluate/evaluate';
import { parseQuery } from '../query/parseQuery';
import type { Query } from '../query/query';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { type DriftOptions, readDriftOptions } from './driftOptions';
import { DRIFT_HELP } from './help';
import { type LocatedFiles, locateFiles } from './locateFiles';
import type { OverTimeOptions } from './overTimeOptions';
import { readRange } from './readRange';
import { report } from './report';
import { registeredBaseline } from './registeredBaseline';
import { profileOf, storedBaseline } from './storedBaseline';
import { writeOut } from './writeOut';

/** `modelwatch drift`: compares the columns of two files, or windows of a file over time. */
export async function drift(args: readonly string[]): Promise<ExitCode> {
  const options = readDriftOptions(args);
  if (options === 'help') {
    await writeOut(DRIFT_HELP);
    return ExitStatus.ok;
  }
  const { overTime, current: file, baseline: before = file, reading } = options;
  const stored = options.baseline === undefined ? null : await storedBaseline(options.baseline);
  const registered = registeredBaseline(before, process.env);
  const located = await locateFiles(registered === null ? before : file, file, reading);
  const query = queryOf(options, located, registered?.baseline ?? profileOf(stored));
  const now = Date.now();
  const result = await evaluate(query, {
    range: readRange(overTime?.from, overTime?.to, now),
    now,
    connections: { ...located.connections, ...registered?.connections },
    access: { environment: process.env },
    types: options.features.length === 0 ? options.types : undefined,
    profiles: stored?.profiles,
    last: true,
  });
  return report(result, {
    query,
    format: options.format,
    detail: options.tests !== 'auto',
    failOnDrift: options.failOnDrift,
    timed: overTime !== undefined,
  });
}

/** Throws a BadQuery. */
function queryOf(
  options: DriftOptions,
  { baseline, current }: LocatedFiles,
  other: Readonly<Record<string, string>> | null
): Query {
  const { overTime, features, types, tests, cluster, alpha, correction } = options;
  const besides = other ?? { kind: 'selection', ...baseline };
  return parseQuery({
    kind: 'drift',
    current: {
      ...current,
      timeField: overTime?.timeField,
      features: features.map((name) => ({ name, type: types.get(name) })),
    },
    tests,
    cluster,
    ...(overTime === undefined
      ? { baseline: besides, decision: { alpha, correction } }
      : queryOverTime(overTime, { alpha, correction }, options.baseline === undefined ? null : besides)),
  });
}

function queryOverTime(
  { significance, timeField, window, season, seasons, falseAlarmEvery }: OverTimeOptions,
  decision: Pick<DriftOptions, 'alpha' | 'correction'>,
  besides: Readonly<Record<string, unknown>> | null
) {
  const calibration = { seasons, period: besides === null ? undefined : season };
  return {
    window,
    baseline:
      besides === null
        ? { kind: 'seasonal', period: season ?? '1w', count: 4 }
        : { ...besides, ...(besides.kind === 'selection' && { timeField }) },
    decision: { ...decision, significance, falseAlarmEvery, calibration },
  };
}
