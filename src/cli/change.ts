import { evaluate } from '../evaluate/evaluate';
import { parseQuery } from '../query/parseQuery';
import { CommandLineError } from './CommandLineError';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { CHANGE_HELP } from './help';
import { locateTogether } from './locateTogether';
import { listOf, oneOf, parseOptions } from './parseOptions';
import { READING_OPTIONS, readReading } from './readingOptions';
import { FORMATS, report } from './report';
import { writeOut } from './writeOut';

/** `modelwatch change`: when the level of the columns of a file, or of measures of them, changed. */
export async function change(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions('change', args, {
    time: { type: 'string' },
    window: { type: 'string' },
    features: { type: 'string', multiple: true },
    measure: { type: 'string', multiple: true },
    period: { type: 'string' },
    'segment-by': { type: 'string', multiple: true },
    alpha: { type: 'string' },
    recent: { type: 'string' },
    detectors: { type: 'string', multiple: true },
    ...READING_OPTIONS,
    format: { type: 'string', default: 'table' },
    'fail-on': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    await writeOut(CHANGE_HELP);
    return ExitStatus.ok;
  }
  if (positionals.length !== 1) {
    throw new CommandLineError('modelwatch change needs one file; see modelwatch change --help.');
  }
  if (values.time === undefined) {
    throw new CommandLineError('--time is missing: name the column with the time of each row.');
  }
  const measures = (values.measure ?? []).map(measureOf);
  const features = listOf(values.features);
  if (measures.length > 0 && features.length > 0) {
    throw new CommandLineError('--features and --measure: give one of them.');
  }
  const format = oneOf('format', values.format, FORMATS);
  const failOnDrift = values['fail-on'] !== undefined && oneOf('fail-on', values['fail-on'], ['change']) === 'change';
  const { folder, paths } = await locateTogether(positionals);
  const query = parseQuery({
    kind: 'change',
    current: {
      path: paths[0],
      timeField: values.time,
      features: features.length === 0 ? undefined : features.map((name) => ({ name })),
    },
    window: values.window,
    period: values.period,
    segmentBy: listOf(values['segment-by']),
    measures: measures.length === 0 ? undefined : measures,
    detectors: listOf(values.detectors),
    decision: { alpha: values.alpha === undefined ? undefined : numberOf(values.alpha), recent: values.recent },
  });
  const result = await evaluate(query, {
    range: null,
    now: Date.now(),
    connections: { files: { type: 'file', folder, ...readReading(values) } },
    last: true,
  });
  return report(result, { query, format, detail: false, failOnDrift });
}

/** `count`, or `avg:delay`. */
function measureOf(text: string) {
  const at = text.indexOf(':');
  const [aggregate, field] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  return { name: field === undefined ? aggregate : `${aggregate} of ${field}`, aggregate, field };
}

function numberOf(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) {
    throw new CommandLineError(`--alpha: "${text}" is not a number.`);
  }
  return number;
}
