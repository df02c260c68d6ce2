import { isDuration } from '../query/duration';
import { type PerformanceMetric, performanceMetricSchema } from '../query/performanceMetric';
import { CommandLineError } from './CommandLineError';
import { FORECAST_OPTIONS, type ForecastOptions, readForecastOptions } from './forecastOptions';
import { listOf, oneOf, parseOptions } from './parseOptions';
import { type Reading, READING_OPTIONS, readReading } from './readingOptions';
import { FORMATS, type Format } from './report';

const FAIL_ON = ['worse', 'warning'] as const;
const TASKS = ['classification', 'regression'] as const;
const SIGNIFICANCE = ['blocks', 'iid'] as const;

export interface PerformanceOptions {
  readonly file: string;
  readonly labels: string | undefined;
  readonly key: string | undefined;
  readonly label: string;
  readonly labelTime: string | undefined;
  readonly prediction: string | undefined;
  readonly scores: readonly string[];
  readonly positive: string | undefined;
  readonly threshold: number | undefined;
  readonly task: (typeof TASKS)[number] | undefined;
  readonly baseline: string | undefined;
  /** How much earlier the windows lie that each is compared with. */
  readonly offset: string | undefined;
  readonly timeField: string | undefined;
  readonly window: string | undefined;
  readonly asOf: string | undefined;
  readonly deadline: string | undefined;
  readonly implied: string | undefined;
  readonly segmentBy: readonly string[];
  readonly metrics: readonly PerformanceMetric[];
  readonly objective: ReadonlyMap<PerformanceMetric, number>;
  readonly fairness: FairnessOptions | undefined;
  readonly significance: (typeof SIGNIFICANCE)[number] | undefined;
  readonly forecasting: ForecastOptions;
  readonly reading: Reading;
  readonly format: Format;
  readonly failOn: (typeof FAIL_ON)[number] | undefined;
}

/** Groups of people that are compared: see `FairnessSpec`. */
export interface FairnessOptions {
  readonly field: string;
  readonly favorable: string;
  readonly reference: string | undefined;
}

/** Reads what was typed behind `modelwatch performance`. Throws a CommandLineError. */
export function readPerformanceOptions(args: readonly string[]): PerformanceOptions | 'help' {
  const { values, positionals } = parseOptions('performance', args, {
    labels: { type: 'string' },
    key: { type: 'string' },
    label: { type: 'string' },
    'label-time': { type: 'string' },
    prediction: { type: 'string' },
    score: { type: 'string', multiple: true },
    positive: { type: 'string' },
    threshold: { type: 'string' },
    task: { type: 'string' },
    baseline: { type: 'string' },
    offset: { type: 'string' },
    time: { type: 'string' },
    window: { type: 'string' },
    'as-of': { type: 'string' },
    deadline: { type: 'string' },
    implied: { type: 'string' },
    'segment-by': { type: 'string', multiple: true },
    metrics: { type: 'string', multiple: true },
    objective: { type: 'string', multiple: true },
    fairness: { type: 'string' },
    favorable: { type: 'string' },
    reference: { type: 'string' },
    significance: { type: 'string' },
    ...FORECAST_OPTIONS,
    ...READING_OPTIONS,
    format: { type: 'string', default: 'table' },
    'fail-on': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    return 'help';
  }
  if (positionals.length !== 1) {
    throw new CommandLineError(
      'modelwatch performance needs one file with predictions; see modelwatch performance --help.'
    );
  }
  const { labels, key, label, prediction, baseline, offset, time, window, deadline } = values;
  if (label === undefined) {
    throw new CommandLineError('--label is missing: name the column with the actual class or value.');
  }
  if ((labels === undefined) !== (key === undefined)) {
    throw new CommandLineError(
      '--labels FILE and --key COLUMN belong together: labels of another file are found by a key.'
    );
  }
  requireDurations({ window, deadline, offset });
  if (offset !== undefined && (window === undefined || baseline !== undefined)) {
    throw new CommandLineError(
      '--offset compares windows of the file with earlier ones: it needs --window, and no --baseline.'
    );
  }
  if (window !== undefined && time === undefined) {
    throw new CommandLineError('--window needs --time COLUMN: windows are cut by time.');
  }
  return {
    ...{ file: positionals[0], labels, key, label, prediction, baseline, offset, window, deadline },
    labelTime: values['label-time'],
    scores: listOf(values.score),
    positive: values.positive,
    threshold: values.threshold === undefined ? undefined : readThreshold(values.threshold),
    task: values.task === undefined ? undefined : oneOf('task', values.task, TASKS),
    timeField: time,
    asOf: values['as-of'],
    implied: values.implied,
    segmentBy: listOf(values['segment-by']),
    metrics: listOf(values.metrics).map((name) => oneOf('metrics', name, performanceMetricSchema.options)),
    objective: readObjectives(listOf(values.objective)),
    fairness: readFairness(values),
    significance:
      values.significance === undefined ? undefined : oneOf('significance', values.significance, SIGNIFICANCE),
    forecasting: readForecastOptions(values),
    reading: readReading(values),
    format: oneOf('format', values.format, FORMATS),
    failOn: values['fail-on'] === undefined ? undefined : oneOf('fail-on', values['fail-on'], FAIL_ON),
  };
}

function requireDurations(durations: Readonly<Record<string, string | undefined>>): void {
  for (const [name, text] of Object.entries(durations)) {
    if (text !== undefined && !isDuration(text)) {
      throw new CommandLineError(`--${name}: "${text}" is not a duration: write a number and a unit, such as 1d.`);
    }
  }
}

function readThreshold(text: string): number {
  const threshold = Number(text);
  if (text.trim() === '' || !(threshold >= 0 && threshold <= 1)) {
    throw new CommandLineError(`--threshold: "${text}" is not a number from 0 to 1.`);
  }
  return threshold;
}

function readFairness({
  fairness,
  favorable,
  reference,
}: Readonly<Partial<Record<'fairness' | 'favorable' | 'reference', string>>>): FairnessOptions | undefined {
  if (fairness === undefined && favorable === undefined && reference === undefined) {
    return undefined;
  }
  if (fairness === undefined || favorable === undefined) {
    throw new CommandLineError(
      '--fairness COLUMN and --favorable CLASS belong together: they name the groups and the prediction that is good for them.'
    );
  }
  return { field: fairness, favorable, reference };
}

/** METRIC=NUMBER, by metric. */
function readObjectives(assignments: readonly string[]): Map<PerformanceMetric, number> {
  return new Map(
    assignments.map((assignment) => {
      const [name, text = ''] = assignment.split('=');
      const value = Number(text);
      if (text.trim() === '' || !Number.isFinite(value)) {
        throw new CommandLineError(`--objective: "${assignment}" is not of the form METRIC=NUMBER.`);
      }
      return [oneOf('objective', name.trim(), performanceMetricSchema.options), value];
    })
  );
}
