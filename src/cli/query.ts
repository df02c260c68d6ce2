import { evaluate } from '../evaluate/evaluate';
import { parseQuery } from '../query/parseQuery';
import { isTimeExpression, parseTime, type TimeRange } from '../query/time';
import { CommandLineError } from './CommandLineError';
import { readConnections } from './connectionsFile';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { QUERY_HELP } from './help';
import { oneOf, parseOptions } from './parseOptions';
import { readText } from './readText';
import { FORMATS, report } from './report';
import { writeOut } from './writeOut';

/** `modelwatch query`: answers a query from a file. */
export async function query(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions('query', args, {
    from: { type: 'string' },
    to: { type: 'string' },
    connections: { type: 'string' },
    format: { type: 'string', default: 'table' },
    'fail-on': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    await writeOut(QUERY_HELP);
    return ExitStatus.ok;
  }
  if (positionals.length !== 1) {
    throw new CommandLineError('modelwatch query needs one file with the query; see modelwatch query --help.');
  }
  const [path] = positionals;
  const format = oneOf('format', values.format, FORMATS);
  const failOnDrift = values['fail-on'] !== undefined && oneOf('fail-on', values['fail-on'], ['drift']) === 'drift';
  const now = Date.now();
  const range = readRange(values.from, values.to, now);
  const asked = parseQuery(parseJson(await readText(path), path));
  const { connections, profiles } = await readConnections(values.connections, path);
  const result = await evaluate(asked, { range, now, connections, profiles, access: { environment: process.env } });
  return report(result, {
    query: asked,
    format,
    detail: asked.kind === 'drift' && asked.detail,
    failOnDrift,
    timed: true,
  });
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandLineError(`${path} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readRange(from: string | undefined, to: string | undefined, now: number): TimeRange | null {
  if (from === undefined && to === undefined) {
    return null;
  }
  const range = { from: readTime('from', from, now), to: readTime('to', to, now) };
  if (range.from >= range.to) {
    throw new CommandLineError(`--from ${from} must lie before --to ${to}.`);
  }
  return range;
}

function readTime(option: string, text: string | undefined, now: number): number {
  if (text === undefined) {
    throw new CommandLineError(`--${option} is missing: give both --from and --to, or neither.`);
  }
  if (!isTimeExpression(text)) {
    throw new CommandLineError(`--${option}: "${text}" is not a time: write 2013-07-01T00:00:00Z, or now-6h.`);
  }
  return parseTime(text, now);
}
