import { evaluate } from '../evaluate/evaluate';
import { CommandLineError } from './CommandLineError';
import { readConnections } from './connectionsFile';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { QUERY_HELP } from './help';
import { oneOf, parseOptions } from './parseOptions';
import { readQuery } from './readQuery';
import { readRange } from './readRange';
import { FORMATS, report } from './report';
import { withMarks } from './withMarks';
import { writeOut } from './writeOut';

/** `modelwatch query`: answers a query from a file. */
export async function query(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions('query', args, {
    from: { type: 'string' },
    to: { type: 'string' },
    connections: { type: 'string' },
    marks: { type: 'string' },
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
  const asked = await withMarks(await readQuery(path), values.marks);
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
