import type { Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { MeasurePlan, MeasureRequest } from '../Measures';
import type {
  DescribeOptions,
  DistributionRequest,
  FieldDescription,
  Plan,
  RequestOptions,
  Source,
  SourceHealth,
} from '../Source';
import { checkFolder } from './checkFolder';
import { describeColumns } from './describeColumns';
import type { FileConnection } from './fileConnection';
import { planFile } from './planFile';
import { cellsOf } from './columns/cellsOf';
import { resolvePlace } from './resolveFile';
import { readTimes } from './readTimes';
import { readWhole, type OpenTable } from './readWhole';
import { planFileMeasures } from './series/planFileMeasures';
import { unknownColumn } from './unknownColumn';

/** CSV, newline-delimited JSON, JSON and Parquet files below one folder. Nothing outside of it is ever read. */
export class FileSource implements Source {
  readonly holdsRows = true;

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
      const rows = await table.read({ columns: [{ name: timeField, text: false }], signal });
      if (!rows.columns.has(timeField)) {
        throw unknownColumn(shown, timeField, await table.columnNames(signal));
      }
      return boundsOf(readTimes(rows, timeField, shown));
    };
    return (await this.readWhole(selection, use, signal)).result;
  }

  plan(request: DistributionRequest): Plan {
    return planFile(request, (use, signal) => this.readWhole(request.selection, use, signal));
  }

  /** Every cell of every column, null where it is missing; times in milliseconds. For comparing two files row by row. */
  async readCells({ path }: Selection): Promise<FileCells> {
    const use = async ({ table, shown }: OpenTable) => {
      const leftOut = (await table.leftOut?.()) ?? new Map<string, string>();
      const names = (await table.columnNames()).filter((name) => !leftOut.has(name));
      const { columns, notices = [] } = await table.read({ columns: names.map((name) => ({ name, text: false })) });
      const others = Array.from(
        leftOut,
        ([name, held]) => `${shown}: "${name}" is not compared, since it holds ${held}.`
      );
      return {
        cells: new Map(Array.from(columns, ([name, column]) => [name, cellsOf(column)])),
        notices: [...notices, ...others],
      };
    };
    const { result, notices } = await this.readWhole({ path }, use);
    return { cells: result.cells, notices: [...result.notices, ...notices] };
  }

  planMeasures(request: MeasureRequest): MeasurePlan {
    return planFileMeasures(request, (use, signal) => this.readWhole(request.selection, use, signal));
  }

  async version({ path }: Selection): Promise<string> {
    const place = await resolvePlace(this.connection.folder, path);
    return 'path' in place ? place.version : place.map(({ version }) => version).join('\n');
  }

  check(): Promise<SourceHealth> {
    return checkFolder(this.connection.folder);
  }

  private readWhole<Result>({ path }: Selection, use: (opened: OpenTable) => Promise<Result>, signal?: AbortSignal) {
    return readWhole(() => resolvePlace(this.connection.folder, path), path ?? '', use, signal);
  }
}

export interface FileCells {
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
