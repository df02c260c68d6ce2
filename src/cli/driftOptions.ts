import { correctionSchema, type Correction } from '../query/decision';
import { featureTypeSchema, type FeatureType } from '../query/featureType';
import { TEST_NAMES, type TestName } from '../query/testNames';
import { CommandLineError } from './CommandLineError';
import { OVER_TIME_OPTIONS, type OverTimeOptions, readOverTime } from './overTimeOptions';
import { FORMATS, type Format } from './report';
import { listOf, oneOf, parseOptions } from './parseOptions';
import { type Reading, READING_OPTIONS, readReading } from './readingOptions';

export interface DriftOptions {
  /** Over time it may be left out: each window is then compared with the same time of past weeks. */
  readonly baseline: string | undefined;
  readonly current: string;
  /** How windows are compared over time; undefined: the files as a whole. */
  readonly overTime: OverTimeOptions | undefined;
  /** Empty means: all that both files have. */
  readonly features: readonly string[];
  readonly types: ReadonlyMap<string, FeatureType>;
  readonly tests: 'auto' | readonly TestName[];
  /** The column whose values tell which rows belong together. */
  readonly cluster: string | undefined;
  readonly alpha: number | undefined;
  readonly correction: Correction | undefined;
  /** How both files are read. */
  readonly reading: Reading;
  readonly format: Format;
  readonly failOnDrift: boolean;
}

/** Reads what was typed behind `modelwatch drift`. Throws a CommandLineError. */
export function readDriftOptions(args: readonly string[]): DriftOptions | 'help' {
  const { values, positionals } = parseOptions('drift', args, {
    baseline: { type: 'string' },
    current: { type: 'string' },
    features: { type: 'string', multiple: true },
    types: { type: 'string', multiple: true },
    tests: { type: 'string', multiple: true },
    cluster: { type: 'string' },
    alpha: { type: 'string' },
    correction: { type: 'string' },
    ...OVER_TIME_OPTIONS,
    ...READING_OPTIONS,
    format: { type: 'string', default: 'table' },
    'fail-on': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    return 'help';
  }
  if (positionals.length > 0) {
    throw new CommandLineError(`"${positionals[0]}" belongs to no option; see modelwatch drift --help.`);
  }
  const features = listOf(values.features);
  const overTime = readOverTime(values);
  return {
    baseline: overTime === undefined ? required('baseline', values.baseline) : values.baseline,
    current: required('current', values.current),
    overTime,
    features,
    types: readTypes(listOf(values.types), features),
    tests: readTests(listOf(values.tests)),
    cluster: values.cluster,
    alpha: values.alpha === undefined ? undefined : readAlpha(values.alpha),
    correction:
      values.correction === undefined ? undefined : oneOf('correction', values.correction, correctionSchema.options),
    reading: readReading(values),
    format: oneOf('format', values.format, FORMATS),
    failOnDrift: values['fail-on'] !== undefined && oneOf('fail-on', values['fail-on'], ['drift']) === 'drift',
  };
}

function required(option: string, value: string | undefined): string {
  if (value === undefined || value === '') {
    throw new CommandLineError(`--${option} is missing: modelwatch drift needs --baseline FILE and --current FILE.`);
  }
  return value;
}

/** FEATURE=TYPE, by feature; where features are listed, of those alone. Throws a CommandLineError. */
export function readTypes(assignments: readonly string[], features: readonly string[]): Map<string, FeatureType> {
  const types = new Map<string, FeatureType>();
  for (const assignment of assignments) {
    const at = assignment.lastIndexOf('=');
    if (at < 1) {
      throw new CommandLineError(`--types: "${assignment}" is not of the form FEATURE=TYPE.`);
    }
    const name = assignment.slice(0, at).trim();
    if (features.length > 0 && !features.includes(name)) {
      throw new CommandLineError(`--types: "${name}" is not among the --features.`);
    }
    types.set(name, oneOf('types', assignment.slice(at + 1).trim(), featureTypeSchema.options));
  }
  return types;
}

function readTests(names: readonly string[]): 'auto' | readonly TestName[] {
  return names.length === 0 || (names.length === 1 && names[0] === 'auto')
    ? 'auto'
    : names.map((name) => oneOf('tests', name, TEST_NAMES));
}

function readAlpha(text: string): number {
  const alpha = Number(text);
  if (text.trim() === '' || !(alpha > 0 && alpha < 1)) {
    throw new CommandLineError(`--alpha: "${text}" is not a number between 0 and 1.`);
  }
  return alpha;
}
