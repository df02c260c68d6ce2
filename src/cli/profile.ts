import { dirname, join } from 'node:path';
import { version } from '../../package.json';
import { makeProfile, type ProfileAsked } from '../baseline/profile/makeProfile';
import type { Profile } from '../baseline/profile/profileSchema';
import { connectionName, sourceOf } from '../evaluate/connections';
import { withOwnTime } from '../evaluate/ownTime';
import { currentWindows } from '../evaluate/windows/currentWindows';
import { misreadingNotices } from '../evaluate/misreadingNotices';
import type { Source } from '../sources/Source';
import { CommandLineError } from './CommandLineError';
import { readConnections } from './connectionsFile';
import { readTypes } from './driftOptions';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { fileFacts, gitCommit } from './fileFacts';
import { PROFILE_HELP } from './help';
import { locateFiles } from './locateFiles';
import { noticeLines } from './noticeLines';
import { listOf, parseOptions } from './parseOptions';
import { READING_OPTIONS, readReading } from './readingOptions';
import { printable } from './printable';
import { readQuery } from './readQuery';
import { readRange } from './readRange';
import { refuseInput, writeAside } from './writeAside';
import { writeOut } from './writeOut';

/** `modelwatch profile`: writes the stored baseline of a file, or of what a query selects. */
export async function profile(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions('profile', args, {
    output: { type: 'string' },
    features: { type: 'string', multiple: true },
    types: { type: 'string', multiple: true },
    query: { type: 'string' },
    connections: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'minimum-count': { type: 'string', default: '0' },
    label: { type: 'string', multiple: true },
    ...READING_OPTIONS,
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    await writeOut(PROFILE_HELP);
    return ExitStatus.ok;
  }
  if (positionals.length !== 1 || values.output === undefined) {
    throw new CommandLineError('modelwatch profile needs one file and --output FILE; see modelwatch profile --help.');
  }
  const isOfQuery = values.connections !== undefined;
  const misplaced = (isOfQuery ? (['features', 'query'] as const) : (['from', 'to'] as const)).find(
    (name) => values[name] !== undefined
  );
  if (misplaced !== undefined) {
    throw new CommandLineError(
      isOfQuery
        ? `--${misplaced} can't go with --connections: the query itself says what is taken.`
        : `--${misplaced} needs --connections: only the selection of a query is taken by its time.`
    );
  }
  const [path] = positionals;
  const { from, inputs, ...place } =
    values.connections === undefined
      ? await placeOfFile(path, values)
      : await placeOfQuery(path, { ...values, connections: values.connections });
  await refuseInput(values.output, inputs);
  const made = await makeProfile(
    from,
    {
      ...place,
      types: readTypes(listOf(values.types), listOf(values.features)),
      minimumCount: readCount(values['minimum-count']),
      labels: readLabels(values.label ?? []),
      created: new Date().toISOString(),
      version,
    },
    {}
  );
  await writeAside(values.output, `${JSON.stringify(made, null, 1)}\n`);
  await writeOut(summaryOf(made, values.output));
  return ExitStatus.ok;
}

type ProfilePlace = Pick<ProfileAsked, 'selection' | 'range' | 'source'> & {
  readonly from: Source;
  /** The files that are read. */
  readonly inputs: readonly string[];
};

async function placeOfFile(
  path: string,
  {
    features,
    query,
    ...reading
  }: Parameters<typeof readReading>[0] & { readonly features?: string[]; readonly query?: string }
): Promise<ProfilePlace> {
  const { current, connections } = await locateFiles(path, path, readReading(reading));
  return {
    from: sourceOf(connections, 'current'),
    selection: { ...current, query, features: listOf(features).map((name) => ({ name })) },
    range: null,
    source: await fileFacts(path),
    inputs: [path],
  };
}

/** What the query compares with its baseline: its current selection, in the range. */
async function placeOfQuery(
  path: string,
  { connections: file, from, to }: { readonly connections: string; readonly from?: string; readonly to?: string }
): Promise<ProfilePlace> {
  const now = Date.now();
  const range = readRange(from, to, now);
  const { connections } = await readConnections(file, path);
  const query = withOwnTime(await readQuery(path), connections);
  const { current } = query;
  const commit = await gitCommit(dirname(path));
  const data = connections[connectionName(connections, current.connection)];
  const metrics = [...new Set((current.features ?? []).map(({ name, metric = name }) => metric))].join(', ');
  return {
    from: sourceOf(connections, current.connection, { environment: process.env }),
    inputs: [path, file, ...(data.type === 'file' ? [join(data.folder, current.path ?? '')] : [])],
    selection: current,
    range: currentWindows({ ...query, window: 'range' }, range, now, null)[0],
    source: {
      name: current.path ?? current.index ?? metrics,
      connection: connectionName(connections, current.connection),
      ...(commit !== undefined && { git_commit: commit }),
    },
  };
}

function summaryOf({ rows, columns, source }: Profile, output: string): string {
  const kept = columns.filter(({ distribution }) => distribution !== undefined);
  const left = columns.filter(({ distribution }) => distribution === undefined);
  const keys = left.filter(({ uncountable }) => uncountable !== true).map(({ name }) => name);
  const others = left.filter(({ uncountable }) => uncountable === true);
  const without = [
    ...(keys.length === 0 ? [] : [` Without distribution, as times and identifiers: ${keys.join(', ')}.`]),
    ...(others.length === 0
      ? []
      : [` Values can't be counted: ${others.map(({ name, evidence }) => `${name} (${evidence})`).join(', ')}.`]),
  ].join('');
  const warnings = noticeLines(misreadingNotices(columns)).map((line) => `${printable(line)}\n`);
  return `${output}: ${kept.length} columns of ${rows.toLocaleString('en-US')} rows of ${source.name}.${without}\n${warnings.join('')}`;
}

function readCount(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new CommandLineError(`--minimum-count: "${text}" is not a whole number.`);
  }
  return Number(text);
}

function readLabels(assignments: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    assignments.map((assignment) => {
      const at = assignment.indexOf('=');
      if (at < 1) {
        throw new CommandLineError(`--label: "${assignment}" is not of the form NAME=VALUE.`);
      }
      return [assignment.slice(0, at), assignment.slice(at + 1)];
    })
  );
}
