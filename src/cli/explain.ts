import { evaluate } from '../evaluate/evaluate';
import { parseQuery } from '../query/parseQuery';
import type { Query } from '../query/query';
import { CommandLineError } from './CommandLineError';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { EXPLAIN_HELP } from './help';
import { type LocatedFiles, locateFiles } from './locateFiles';
import { readTypes } from './driftOptions';
import { listOf, oneOf, parseOptions } from './parseOptions';
import { READING_OPTIONS, readReading } from './readingOptions';
import { readRange } from './readRange';
import { registeredBaseline } from './registeredBaseline';
import { FORMATS, report } from './report';
import { profileOf, storedBaseline } from './storedBaseline';
import { writeOut } from './writeOut';

const OPTIONS = {
  baseline: { type: 'string' },
  current: { type: 'string' },
  feature: { type: 'string' },
  by: { type: 'string', multiple: true },
  top: { type: 'string' },
  features: { type: 'string', multiple: true },
  types: { type: 'string', multiple: true },
  time: { type: 'string' },
  window: { type: 'string' },
  offset: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  ...READING_OPTIONS,
  format: { type: 'string', default: 'table' },
  'fail-on': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `modelwatch explain`: where the drift of a column may come from. */
export async function explain(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions('explain', args, OPTIONS);
  if (values.help === true) {
    await writeOut(EXPLAIN_HELP);
    return ExitStatus.ok;
  }
  if (positionals.length > 0) {
    throw new CommandLineError(`"${positionals[0]}" belongs to no option; see modelwatch explain --help.`);
  }
  const file = values.current;
  const failOnDrift = values['fail-on'] !== undefined && oneOf('fail-on', values['fail-on'], ['drift']) === 'drift';
  const format = oneOf('format', values.format, FORMATS);
  requireFiles(values);
  const stored = values.baseline === undefined ? null : await storedBaseline(values.baseline);
  const registered = registeredBaseline(values.baseline ?? '', process.env);
  const before = registered === null ? values.baseline : undefined;
  const located = await locateFiles(before ?? file ?? '', file ?? '', readReading(values));
  const query = queryOf(values, located, registered?.baseline ?? profileOf(stored));
  const now = Date.now();
  const result = await evaluate(query, {
    ...{ range: readRange(values.from, values.to, now), now },
    connections: { ...located.connections, ...registered?.connections },
    access: { environment: process.env },
    profiles: stored?.profiles,
    types: values.features === undefined ? readTypes(listOf(values.types), []) : undefined,
    last: true,
  });
  return report(result, { query, format, detail: false, failOnDrift });
}

type Typed = ReturnType<typeof parseOptions<typeof OPTIONS>>['values'];

/** Throws a CommandLineError. */
function requireFiles({ current, baseline, time, offset }: Typed): void {
  const isSelf = time !== undefined && offset !== undefined;
  if (current === undefined || (baseline === undefined && !isSelf)) {
    throw new CommandLineError(
      `--${current === undefined ? 'current' : 'baseline'} is missing: modelwatch explain needs --current FILE, and --baseline FILE or --time COLUMN with --offset DURATION.`
    );
  }
}

/** Throws a BadQuery. */
function queryOf(
  typed: Typed,
  { baseline, current }: LocatedFiles,
  other: Readonly<Record<string, string>> | null
): Query {
  const features = listOf(typed.features);
  const types = readTypes(listOf(typed.types), features);
  const by = listOf(typed.by);
  const besides = other ?? { kind: 'selection', ...baseline };
  return parseQuery({
    kind: 'explain',
    current: { ...current, timeField: typed.time, features: features.map((name) => ({ name, type: types.get(name) })) },
    baseline: typed.baseline === undefined ? { kind: 'previous', offset: typed.offset } : besides,
    window: typed.window,
    target: typed.feature,
    by: by.length === 0 ? undefined : by,
    top: typed.top === undefined ? undefined : topOf(typed.top),
  });
}

function topOf(text: string): number {
  if (!/^\d+$/.test(text.trim())) {
    throw new CommandLineError(`--top: "${text}" is not a whole number.`);
  }
  return Number(text);
}
