import type { Declared } from '../../distribution/Distribution';
import { plainText } from '../../distribution/cell/plainText';
import type { CellForms } from '../../query/cellForms';
import type { FeatureSpec, Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import { noticeText } from '../Notice';
import type { MeasurePlan, MeasureRequest } from '../Measures';
import type { OutcomesPlan, OutcomesRequest } from '../OutcomesRequest';
import type { RuleRequest, RuleSet } from '../Rules';
import type {
  DescribeOptions,
  DistributionRequest,
  FieldDescription,
  Plan,
  RepeatedRows,
  RepeatsRequest,
  RequestOptions,
  Source,
  SourceHealth,
} from '../Source';
import { checkFolder } from './checkFolder';
import { countRepeats } from './countRepeats';
import { describeColumns } from './describeColumns';
import type { FileConnection } from './fileConnection';
import { planFile } from './planFile';
import { cellsOf } from './columns/cellsOf';
import { planFileOutcomes } from './outcomes/planFileOutcomes';
import { MeantTable } from './readers/MeantTable';
import { resolvePlace } from './resolveFile';
import { countRules } from './rules/countRules';
import { readTimes } from './readTimes';
import { readColumn, readingNotices } from './readingNotices';
import { readWhole, type OpenTable } from './readWhole';
import { planFileMeasures } from './series/planFileMeasures';
import { unknownColumn } from './unknownColumn';

/** CSV, newline-delimited JSON, JSON and Parquet files below one folder. Nothing outside of it is ever read. */
export class FileSource implements Source {
  readonly holdsRows = true;
  readonly tellsClusters = true;

  constructor(private readonly connection: FileConnection) {}

  async fieldNames(selection: Selection, { signal }: RequestOptions): Promise<readonly string[]> {
    return (await this.readWhole(selection, ({ table }) => table.columnNames(signal), signal)).result;
  }

  async describe(selection: Selection, options: DescribeOptions): Promise<FieldDescription[]> {
    const use = ({ table, shown }: OpenTable) => describeColumns(table, shown, selection, options);
    return (await this.readWhole(selection, use, options.signal)).result;
  }

  async timeBounds(selection: Selection, { signal }: RequestOptions): Promise<TimeRange | null> {
    const { timeField } = selection;
    if (timeField === undefined) {
      return null;
    }
    const use = async ({ table, shown }: OpenTable) => {
      const rows = await table.read({ columns: [{ name: timeField, text: false, times: true }], signal });
      if (!rows.columns.has(timeField)) {
        throw unknownColumn(shown, timeField, await table.columnNames(signal));
      }
      return boundsOf(readTimes(rows, timeField, shown));
    };
    return (await this.readWhole(selection, use, signal)).result;
  }

  plan(request: DistributionRequest): Plan {
    return planFile(request, (use, signal) => this.readWhole(request.selection, use, signal, request.features));
  }

  countRepeats(request: RepeatsRequest, options: RequestOptions): Promise<readonly RepeatedRows[]> {
    const { selection, features } = request;
    return countRepeats(request, (use, signal) => this.readWhole(selection, use, signal, features), options);
  }

  /**
   * Every cell of every column, null where it is missing; times in milliseconds; `texts` as they are written, where the format
   * does not say that they are numbers. For comparing two files row by row.
   */
  async readCells({ path }: Selection, texts: ReadonlySet<string> = new Set()): Promise<FileCells> {
    const use = async ({ table, shown }: OpenTable) => {
      const leftOut = (await table.leftOut?.()) ?? new Map<string, string>();
      const names = (await table.columnNames()).filter((name) => !leftOut.has(name));
      const read = await table.read({ columns: names.map((name) => ({ name, text: texts.has(name) })) });
      const others = Array.from(
        leftOut,
        ([name, held]) => `${shown}: "${name}" is not compared, since it holds ${held}.`
      );
      const used = new Map(Array.from(read.columns, ([name, column]) => [name, readColumn(column)]));
      return {
        declared: new Map(Array.from(read.columns, ([name, { declared }]) => [name, declared])),
        cells: new Map(Array.from(read.columns, ([name, column]) => [name, cellsOf(column, texts.has(name))])),
        notices: [...readingNotices(shown, read, used).map(noticeText), ...others],
      };
    };
    const { result, notices } = await this.readWhole({ path }, use);
    return { ...result, notices: [...result.notices, ...notices] };
  }

  planMeasures(request: MeasureRequest): MeasurePlan {
    return planFileMeasures(request, (use, signal) => this.readWhole(request.selection, use, signal));
  }

  planOutcomes(request: OutcomesRequest): OutcomesPlan {
    return planFileOutcomes(request, (path, use, signal) =>
      this.readWhole({ ...request.selection, path }, use, signal)
    );
  }

  async countRules(request: RuleRequest, options: RequestOptions): Promise<RuleSet> {
    const use = (opened: OpenTable) => countRules(opened, request, options);
    const { result, notices } = await this.readWhole(request.selection, use, options.signal);
    return { ...result, notices: [...result.notices, ...notices] };
  }

  async version({ path }: Selection): Promise<string> {
    const { missing, numbers, ...reading } = this.reading();
    const place = await resolvePlace(this.connection.folder, path);
    const versions = 'path' in place ? [place.version] : place.map(({ version }) => version);
    return [...versions, JSON.stringify({ missing, numbers, ...reading })].join('\n');
  }

  check(): Promise<SourceHealth> {
    return checkFolder(this.connection.folder);
  }

  /** How all its files are read. */
  private reading() {
    const { encoding, delimiter, header, missing, numbers } = this.connection;
    return { encoding, delimiter, header, missing, numbers };
  }

  private readWhole<Result>(
    { path, features: listed = [] }: Selection,
    use: (opened: OpenTable) => Promise<Result>,
    signal?: AbortSignal,
    features: readonly FeatureSpec[] = []
  ) {
    const { missing, numbers, ...reading } = this.reading();
    const others = { missing, numbers };
    const byColumn = [...listed, ...features].flatMap(({ name, field = name, ...own }) =>
      own.missing === undefined && own.numbers === undefined
        ? []
        : [[plainText(field), { ...others, ...formsOf(own), own: own.numbers !== undefined }] as const]
    );
    const forms = { byColumn: new Map(byColumn), others };
    return readWhole(
      () => resolvePlace(this.connection.folder, path, reading),
      path ?? '',
      ({ table, shown }) => use({ table: new MeantTable(table, forms), shown }),
      signal
    );
  }
}

/** Only what is given, so that the connection says the rest. */
function formsOf({ missing, numbers }: CellForms): CellForms {
  return { ...(missing !== undefined && { missing }), ...(numbers !== undefined && { numbers }) };
}

export interface FileCells {
  /** What the format itself says of a column. */
  readonly declared: ReadonlyMap<string, Declared | undefined>;
  readonly cells: ReadonlyMap<string, ReadonlyArray<number | string | null>>;
  readonly notices: readonly string[];
}

function boundsOf(times: Float64Array): TimeRange | null {
  let from = Infinity;
  let to = -Infinity;
  for (let row = 0; row < times.length; row++) {
    if (times[row] < from) {
      from = times[row];
    }
    if (times[row] > to) {
      to = times[row];
    }
  }
  return from > to ? null : { from, to };
}
