import { auditDrift } from '../evaluate/audit/auditDrift';
import { auditJson } from './auditJson';
import { auditTable } from './auditTable';
import { CommandLineError } from './CommandLineError';
import { readConnections } from './connectionsFile';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { AUDIT_HELP } from './help';
import { oneOf, parseOptions } from './parseOptions';
import { readQuery } from './readQuery';
import { readRange } from './readRange';
import { FORMATS } from './report';
import { writeJson } from './writeJson';
import { withMarks } from './withMarks';
import { writeOut } from './writeOut';

const USUAL_SHUFFLES = '5';

/** `modelwatch audit`: how often a rule over a drift query would have fired. */
export async function audit(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions('audit', args, {
    from: { type: 'string' },
    to: { type: 'string' },
    connections: { type: 'string' },
    marks: { type: 'string' },
    shuffles: { type: 'string', default: USUAL_SHUFFLES },
    format: { type: 'string', default: 'table' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    await writeOut(AUDIT_HELP);
    return ExitStatus.ok;
  }
  if (positionals.length !== 1) {
    throw new CommandLineError('modelwatch audit needs one file with the query; see modelwatch audit --help.');
  }
  const [path] = positionals;
  const format = oneOf('format', values.format, FORMATS);
  const shuffles = Number(values.shuffles);
  if (!Number.isInteger(shuffles) || shuffles < 0 || shuffles > 1000) {
    throw new CommandLineError(`--shuffles: "${values.shuffles}" is not a whole number from 0 to 1000.`);
  }
  const now = Date.now();
  const range = readRange(values.from, values.to, now);
  if (range === null) {
    throw new CommandLineError('modelwatch audit needs --from and --to: the past over which the rule is replayed.');
  }
  const query = await withMarks(await readQuery(path), values.marks);
  if (query.kind !== 'drift') {
    throw new CommandLineError(
      `modelwatch audit replays queries of the kind "drift"; this one is of the kind "${query.kind}".`
    );
  }
  const { connections, profiles } = await readConnections(values.connections, path);
  const context = { range, now, connections, profiles, access: { environment: process.env } };
  const result = await auditDrift(query, context, { shuffles });
  await (format === 'json' ? writeJson(auditJson(result)) : writeOut(auditTable(result, query.decision.significance)));
  return ExitStatus.ok;
}
