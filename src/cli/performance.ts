import { evaluate } from '../evaluate/evaluate';
import { parseQuery } from '../query/parseQuery';
import { isTimeExpression, parseTime } from '../query/time';
import { CommandLineError } from './CommandLineError';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { PERFORMANCE_HELP } from './help';
import { locateTogether } from './locateTogether';
import { type PerformanceOptions, readPerformanceOptions } from './performanceOptions';
import { report } from './report';
import { writeOut } from './writeOut';

/** `modelwatch performance`: how good the predictions of a file are, against labels in it or in another. */
export async function performance(args: readonly string[]): Promise<ExitCode> {
  const options = readPerformanceOptions(args);
  if (options === 'help') {
    await writeOut(PERFORMANCE_HELP);
    return ExitStatus.ok;
  }
  const { file, labels, baseline } = options;
  const files = [file, ...[labels, baseline].filter((path) => path !== undefined)];
  const { folder, paths } = await locateTogether(files);
  const [path] = paths;
  const labelPath = labels === undefined ? undefined : paths[1];
  const query = parseQuery({
    kind: 'performance',
    current: { path, timeField: options.timeField },
    window: options.window ?? 'range',
    segmentBy: options.segmentBy,
    prediction: options.prediction,
    score: scoreOf(options),
    positive: options.positive,
    threshold: options.threshold,
    task: options.task,
    label: {
      field: options.label,
      timeField: options.labelTime,
      path: labelPath,
      key: options.key,
      deadline: options.deadline,
      implied: options.implied,
    },
    baseline: baselineOf(options, paths[paths.length - 1]),
    metrics: options.metrics.length === 0 ? 'auto' : options.metrics,
    objective: options.objective.size === 0 ? undefined : Object.fromEntries(options.objective),
    fairness: options.fairness,
    ...options.forecasting,
    decision: { significance: options.significance },
  });
  const result = await evaluate(query, {
    range: null,
    now: nowOf(options),
    connections: { files: { type: 'file', folder, ...options.reading } },
    last: true,
  });
  return report(result, {
    query,
    format: options.format,
    detail: false,
    failOnDrift: options.failOn !== undefined,
    failOnWarning: options.failOn === 'warning',
  });
}

function baselineOf({ baseline, offset }: PerformanceOptions, path: string) {
  return baseline !== undefined
    ? { kind: 'selection', path }
    : offset === undefined
      ? undefined
      : { kind: 'previous', offset };
}

/** `--score COLUMN` of the positive class, or `--score CLASS=COLUMN` for each of several. */
function scoreOf({ scores }: PerformanceOptions): string | Record<string, string> | undefined {
  if (scores.length === 0) {
    return undefined;
  }
  const [only] = scores;
  if (scores.length === 1 && !only.includes('=')) {
    return only;
  }
  return Object.fromEntries(
    scores.map((score) => {
      const at = score.indexOf('=');
      if (at < 1) {
        throw new CommandLineError(`--score: "${score}" is not of the form CLASS=COLUMN, as several scores are.`);
      }
      return [score.slice(0, at), score.slice(at + 1)];
    })
  );
}

/** Labels that came later are not known: so that a past verdict can be replayed. */
function nowOf({ asOf }: PerformanceOptions): number {
  const now = Date.now();
  if (asOf === undefined) {
    return now;
  }
  if (!isTimeExpression(asOf)) {
    throw new CommandLineError(`--as-of: "${asOf}" is not a time: write an ISO time or now-7d.`);
  }
  return parseTime(asOf, now);
}
