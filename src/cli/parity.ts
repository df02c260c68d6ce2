import { sourceOf } from '../evaluate/connections';
import { FileSource } from '../sources/file/FileSource';
import { compareValues, type ParityColumn, type ParityValue } from '../statistics/parity/compareValues';
import { alignColumns } from './alignColumns';
import { CommandLineError } from './CommandLineError';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { PARITY_HELP } from './help';
import { locateFiles } from './locateFiles';
import { listOf, oneOf, parseOptions } from './parseOptions';
import { describeDifference, joinByKey } from './parityRows';
import { FORMATS } from './report';
import { writeOut } from './writeOut';

interface ColumnParity extends ParityColumn {
  readonly column: string;
  readonly key: string | null;
  readonly training: ParityValue;
  readonly served: ParityValue;
  readonly sentence: string;
}

/** `modelwatch parity`: the same rows from the training side and from the serving side, value by value. */
export async function parity(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions('parity', args, {
    key: { type: 'string' },
    features: { type: 'string', multiple: true },
    format: { type: 'string', default: 'table' },
    'fail-on': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    await writeOut(PARITY_HELP);
    return ExitStatus.ok;
  }
  if (positionals.length !== 2 || values.key === undefined) {
    throw new CommandLineError(
      'modelwatch parity needs two files and --key COLUMN; without a key compare distributions: modelwatch check FILE --baseline FILE.'
    );
  }
  const format = oneOf('format', values.format, FORMATS);
  const fails = values['fail-on'] !== undefined && oneOf('fail-on', values['fail-on'], ['difference']) === 'difference';
  const [before, after] = await readBoth(positionals[0], positionals[1]);
  const joined = joinByKey(before, after, values.key);
  const features = listOf(values.features);
  const names = [...before.keys()].filter(
    (name) => name !== values.key && (features.length === 0 || features.includes(name))
  );
  const shared = names.filter((name) => after.has(name));
  const columns = shared.map((column): ColumnParity => {
    const [training, served] = [joined.take(before, 0, column), joined.take(after, 1, column)];
    const found = compareValues(training, served);
    const at = found.first;
    return {
      column,
      ...found,
      key: at === null ? null : joined.keys[at],
      training: at === null ? null : training[at],
      served: at === null ? null : served[at],
      sentence: describeDifference(found),
    };
  });
  const notes = [
    ...joined.notes,
    ...only(
      'training',
      names.filter((name) => !after.has(name))
    ),
    ...only(
      'serving',
      [...after.keys()].filter((name) => !before.has(name))
    ),
  ];
  await writeOut(
    format === 'json'
      ? `${JSON.stringify({ rows: joined.keys.length, results: columns, notes }, null, 2)}\n`
      : table(columns, joined.keys.length, notes)
  );
  return fails && columns.some(({ differing }) => differing > 0) ? ExitStatus.failed : ExitStatus.ok;
}

async function readBoth(training: string, served: string) {
  const { baseline, current, connections } = await locateFiles(training, served);
  return Promise.all(
    [baseline, current].map(async ({ connection, path }) => {
      const source = sourceOf(connections, connection);
      if (!(source instanceof FileSource)) {
        throw new TypeError('A file is read by a FileSource.');
      }
      return source.readCells({ path });
    })
  );
}

function only(side: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`Only on the ${side} side: ${names.join(', ')}.`];
}

function table(columns: readonly ColumnParity[], rows: number, notes: readonly string[]): string {
  const differing = columns.filter((one) => one.differing > 0);
  const header = ['column', 'rows', 'differ', 'key', 'training', 'served', 'difference'];
  const lines = [...differing, ...columns.filter((one) => one.differing === 0)].map((one) => [
    one.column,
    String(one.rows),
    String(one.differing),
    one.key ?? '',
    one.key === null ? '' : String(one.training ?? '(missing)'),
    one.key === null ? '' : String(one.served ?? '(missing)'),
    one.sentence,
  ]);
  return [
    `${differing.length} of ${columns.length} columns differ in ${rows} rows that both sides have.`,
    '',
    ...alignColumns([header, ...lines]),
    '',
    ...notes.map((note) => `Note: ${note}`),
    '',
  ].join('\n');
}
