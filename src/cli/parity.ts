import { isCode } from '../distribution/cell/isCode';
import { sourceOf } from '../evaluate/connections';
import { type FileCells, FileSource } from '../sources/file/FileSource';
import { compareColumns } from '../statistics/parity/compareColumns';
import { holdSameRows } from '../statistics/parity/holdSameRows';
import {
  compareValues,
  type ParityDifference,
  type ParityValue,
  typeOfValues,
} from '../statistics/parity/compareValues';
import { alignColumns } from './alignColumns';
import { CommandLineError } from './CommandLineError';
import { describeDifference } from './describeDifference';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { PARITY_HELP } from './help';
import { locateFiles } from './locateFiles';
import { type Cells, joinByKey } from './parityRows';
import { listOf, oneOf, parseOptions } from './parseOptions';
import { type Reading, READING_OPTIONS, readReading } from './readingOptions';
import { FORMATS } from './report';
import { shortNumber } from './shortNumber';
import { writeOut } from './writeOut';
import { printableLines } from './printable';

/** One element of `results`: with a key the first pair that differs, without one the distances. */
interface ColumnAnswer {
  readonly column: string;
  readonly difference: ParityDifference;
  readonly sentence: string;
  readonly [figure: string]: unknown;
}

interface Answer {
  readonly rows: number | { readonly training: number; readonly served: number };
  readonly results: readonly ColumnAnswer[];
  readonly notes: readonly string[];
  readonly head: string;
  readonly header: readonly string[];
  line(column: ColumnAnswer): string[];
}

/** `modelwatch parity`: what training saw and what was served, value by value or by their distributions. */
export async function parity(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseOptions('parity', args, {
    key: { type: 'string' },
    features: { type: 'string', multiple: true },
    ...READING_OPTIONS,
    format: { type: 'string', default: 'table' },
    'fail-on': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    await writeOut(PARITY_HELP);
    return ExitStatus.ok;
  }
  if (positionals.length !== 2) {
    throw new CommandLineError('modelwatch parity needs two files; see modelwatch parity --help.');
  }
  const format = oneOf('format', values.format, FORMATS);
  const fails = values['fail-on'] !== undefined && oneOf('fail-on', values['fail-on'], ['difference']) === 'difference';
  const read = await readBoth(positionals[0], positionals[1], readReading(values));
  const [before, after] = read.map(({ cells }) => cells);
  const features = listOf(values.features);
  const unknown = features.find((name) => !before.has(name) && !after.has(name));
  if (unknown !== undefined) {
    throw new CommandLineError(
      `--features: no side has a column "${unknown}"; there are ${[...before.keys()].join(', ')}.`
    );
  }
  const asked = (cells: Cells) =>
    [...cells.keys()].filter((name) => name !== values.key && (features.length === 0 || features.includes(name)));
  const shared = asked(before).filter((name) => after.has(name));
  const answer =
    values.key === undefined ? byDistribution(before, after, shared) : byKey(before, after, shared, values.key);
  const notes = [
    ...new Set(read.flatMap(({ notices }) => notices)),
    ...answer.notes,
    ...only(
      'training',
      asked(before).filter((name) => !after.has(name))
    ),
    ...only(
      'serving',
      asked(after).filter((name) => !before.has(name))
    ),
  ];
  const { rows, results } = answer;
  await writeOut(
    format === 'json' ? `${JSON.stringify({ rows, results, notes }, named, 2)}\n` : table({ ...answer, notes })
  );
  return fails && results.some(isDifferent) ? ExitStatus.failed : ExitStatus.ok;
}

function byKey(before: Cells, after: Cells, shared: readonly string[], key: string): Answer {
  const joined = joinByKey(before, after, key);
  const results = shared.map((column): ColumnAnswer => {
    const [training, served] = [joined.take(before, 0, column), joined.take(after, 1, column)];
    const { first, difference, ...counts } = compareValues(training, served);
    const pair =
      first === null
        ? { key: null, training: null, served: null }
        : { key: joined.keys[first], training: training[first], served: served[first] };
    return { column, ...counts, first, difference, ...pair, sentence: describeDifference(difference) };
  });
  return {
    ...{ rows: joined.keys.length, results, notes: joined.notes },
    head: `in ${joined.keys.length} rows that both sides have.`,
    header: ['column', 'rows', 'differ', 'key', 'training', 'served', 'difference'],
    line: (one) => [
      ...[one.column, String(one.rows), String(one.differing)],
      ...(one.first === null ? ['', '', ''] : [one.key, one.training, one.served].map((value) => shown(value))),
      one.sentence,
    ],
  };
}

function named(_: string, value: unknown): unknown {
  return typeof value === 'number' ? written(value) : value;
}

/** JSON has no NaN and no infinity: they would be null, as what is missing is. */
function written(value: ParityValue): ParityValue {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function byDistribution(before: Cells, after: Cells, shared: readonly string[]): Answer {
  const columns = shared.map((column) => [before.get(column) ?? [], after.get(column) ?? []] as const);
  const sides = { sameRows: holdSameRows(columns), columns: shared.length };
  const results = shared.map((column, i): ColumnAnswer => {
    const found = compareColumns(...columns[i], sides);
    return { column, ...found, sentence: describeDifference(found.difference) };
  });
  const [training, served] = [before, after].map((cells) => [...cells.values()][0]?.length ?? 0);
  return {
    ...{ rows: { training, served }, results },
    notes: [
      'Without --key distributions are compared: rows that swapped their values are not seen.',
      sides.sameRows
        ? 'Both sides hold the same rows: whatever differs is a difference.'
        : 'The two sides may hold other rows: what chance makes differ is no difference.',
    ],
    head: `in their distributions, of ${training} rows in training and ${served} served.`,
    header: ['column', 'distance', 'remaining', 'difference'],
    line: ({ column, distance, remaining, sentence }) => [
      column,
      ...[distance, remaining].map((value) => (typeof value === 'number' ? shortNumber(value) : '')),
      sentence,
    ],
  };
}

function shown(value: unknown): string {
  return value === null ? '(missing)' : String(value);
}

async function readBoth(training: string, served: string, reading: Reading): Promise<FileCells[]> {
  const { baseline, current, connections } = await locateFiles(training, served, reading);
  const read = ({ connection, path }: typeof current, texts?: ReadonlySet<string>): Promise<FileCells> => {
    const source = sourceOf(connections, connection);
    if (!(source instanceof FileSource)) {
      throw new TypeError('A file is read by a FileSource.');
    }
    return source.readCells({ path }, texts);
  };
  const sides = await Promise.all([read(baseline), read(current)]);
  const [before, after] = sides.map(({ cells }) => cells);
  // Codes of one side, 007, may be digits alone on the other: where the format does not tell, both are text.
  const isTold = (name: string) => {
    const declared = sides.map((side) => side.declared.get(name));
    return declared.includes('text') && declared.includes('numbers');
  };
  const codes = [...before.keys()].filter((name) => !isTold(name) && isCodesBeside(before.get(name), after.get(name)));
  const texts = new Set(codes);
  return codes.length === 0 ? sides : Promise.all([read(baseline, texts), read(current, texts)]);
}

function isCodesBeside(training: readonly ParityValue[] = [], served: readonly ParityValue[] = []): boolean {
  const types = [typeOfValues(training), typeOfValues(served)];
  const texts = types[0] === 'text' ? training : served;
  return (
    types.includes('text') && types.includes('numbers') && texts.some((one) => typeof one === 'string' && isCode(one))
  );
}

function only(side: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`Only on the ${side} side: ${names.join(', ')}.`];
}

function isDifferent({ difference: { kind } }: ColumnAnswer): boolean {
  return kind !== 'same' && kind !== 'alike';
}

function table({ results, head, header, line, notes }: Answer): string {
  const differing = results.filter(isDifferent);
  return printableLines([
    `${differing.length} of ${results.length} columns differ ${head}`,
    '',
    ...alignColumns([header, ...[...differing, ...results.filter((one) => !isDifferent(one))].map(line)]),
    '',
    ...notes.map((note) => `Note: ${note}`),
    '',
  ]);
}
