import { isDuration } from '../query/duration';
import type { Arrival } from '../query/arrival';
import { CommandLineError } from './CommandLineError';
import { listOf, oneOf, parseOptions } from './parseOptions';
import { type Reading, READING_OPTIONS, readReading } from './readingOptions';
import { FORMATS, type Format } from './report';

const FAIL_ON = ['broken', 'warning'] as const;

export interface CheckOptions {
  readonly file: string;
  readonly expectations: string | undefined;
  readonly baseline: string | undefined;
  readonly features: readonly string[];
  readonly timeField: string | undefined;
  readonly window: string | undefined;
  readonly arrival: Arrival;
  readonly learn: boolean;
  readonly tolerance: number;
  /** How the files are read. */
  readonly reading: Reading;
  readonly format: Format;
  readonly failOn: (typeof FAIL_ON)[number] | undefined;
}

/** Reads what was typed behind `modelwatch check`. Throws a CommandLineError. */
export function readCheckOptions(args: readonly string[]): CheckOptions | 'help' {
  const { values, positionals } = parseOptions('check', args, {
    expectations: { type: 'string' },
    baseline: { type: 'string' },
    features: { type: 'string', multiple: true },
    time: { type: 'string' },
    window: { type: 'string' },
    arrival: { type: 'string' },
    'max-delay': { type: 'string' },
    'max-age': { type: 'string' },
    learn: { type: 'boolean' },
    tolerance: { type: 'string', default: '0.1' },
    ...READING_OPTIONS,
    format: { type: 'string', default: 'table' },
    'fail-on': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    return 'help';
  }
  if (positionals.length !== 1) {
    throw new CommandLineError('modelwatch check needs one file; see modelwatch check --help.');
  }
  const { expectations, baseline, window, time: timeField, learn = false } = values;
  requireSense(values);
  return {
    file: positionals[0],
    expectations,
    baseline,
    features: listOf(values.features),
    timeField,
    window,
    arrival: readArrival(values),
    learn,
    tolerance: readTolerance(values.tolerance),
    reading: readReading(values),
    format: oneOf('format', values.format, FORMATS),
    failOn: values['fail-on'] === undefined ? undefined : oneOf('fail-on', values['fail-on'], FAIL_ON),
  };
}

/** Only what was typed, so that a file of expectations may say the rest. */
function readArrival({ arrival: field, 'max-delay': maxDelay, 'max-age': maxAge, time }: TypedArrival): Arrival {
  const durations = { 'max-delay': maxDelay, 'max-age': maxAge };
  for (const [name, text] of Object.entries(durations)) {
    if (text !== undefined && !isDuration(text)) {
      throw new CommandLineError(
        `--${name}: "${text}" is not a duration: write a number and a unit, such as 10m or 1d.`
      );
    }
  }
  const typed = field ?? maxDelay ?? maxAge;
  if (typed !== undefined && time === undefined) {
    throw new CommandLineError(
      '--arrival, --max-delay and --max-age need --time COLUMN: late is what comes after its time.'
    );
  }
  return {
    ...(field !== undefined && { field }),
    ...(maxDelay !== undefined && { maxDelay }),
    ...(maxAge !== undefined && { maxAge }),
  };
}

interface TypedArrival {
  readonly arrival?: string;
  readonly 'max-delay'?: string;
  readonly 'max-age'?: string;
  readonly time?: string;
}

interface Typed {
  readonly expectations?: string;
  readonly baseline?: string;
  readonly window?: string;
  readonly time?: string;
  readonly learn?: boolean;
}

function requireSense({ expectations, baseline, window, time, learn = false }: Typed): void {
  const compared = expectations !== undefined || baseline !== undefined;
  if (learn && compared) {
    throw new CommandLineError(
      '--learn writes expectations of the file alone: leave out --expectations and --baseline.'
    );
  }
  if (!learn && !compared) {
    throw new CommandLineError('modelwatch check needs --expectations FILE, --baseline FILE or --learn.');
  }
  if (window !== undefined && !isDuration(window)) {
    throw new CommandLineError(`--window: "${window}" is not a duration: write a number and a unit, such as 1h or 1d.`);
  }
  if (window !== undefined && time === undefined) {
    throw new CommandLineError('--window needs --time COLUMN: windows are cut by time.');
  }
}

function readTolerance(text: string): number {
  const tolerance = Number(text);
  if (text.trim() === '' || !(tolerance >= 0 && tolerance <= 10)) {
    throw new CommandLineError(`--tolerance: "${text}" is not a number from 0 to 10.`);
  }
  return tolerance;
}
