import { evaluate } from '../evaluate/evaluate';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { readDriftOptions } from './driftOptions';
import { DRIFT_HELP } from './help';
import { locateFiles } from './locateFiles';
import { report } from './report';
import { storedBaseline } from './storedBaseline';
import { parseQuery } from '../query/parseQuery';
import { writeOut } from './writeOut';

/** `modelwatch drift`: compares the columns of two files. */
export async function drift(args: readonly string[]): Promise<ExitCode> {
  const options = readDriftOptions(args);
  if (options === 'help') {
    await writeOut(DRIFT_HELP);
    return ExitStatus.ok;
  }
  const stored = await storedBaseline(options.baseline);
  const { baseline, current, connections } = await locateFiles(options.baseline, options.current, options.reading);
  const query = parseQuery({
    kind: 'drift',
    current: {
      ...current,
      features: options.features.map((name) => ({ name, type: options.types.get(name) })),
    },
    baseline: stored === null ? { kind: 'selection', ...baseline } : { kind: 'profile', id: stored.id },
    tests: options.tests,
    cluster: options.cluster,
    decision: { alpha: options.alpha, correction: options.correction },
  });
  const types = options.features.length === 0 ? options.types : undefined;
  const result = await evaluate(query, {
    range: null,
    now: Date.now(),
    connections,
    types,
    profiles: stored?.profiles,
    last: true,
  });
  return report(result, {
    query,
    format: options.format,
    detail: options.tests !== 'auto',
    failOnDrift: options.failOnDrift,
  });
}
