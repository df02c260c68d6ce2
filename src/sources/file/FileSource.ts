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
import { openTable } from './readers/openTable';
import type { TableFile } from './readers/TableFile';
import { resolveFile } from './resolveFile';
import { readTimes } from './readTimes';
import { planFileMeasures } from './series/planFileMeasures';
import { unknownColumn } from './unknownColumn';

/** CSV, newline-delimited JSON, JSON and Parquet files below one folder. Nothing outside of it is ever read. */
export class FileSource implements Source {
  readonly holdsRows = true;

  constructor(private readonly connection: FileConnection) {}

  async fieldNames(selection: Selection, { signal }: RequestOptions): Promise<readonly string[]> {
    const { table } = await this.open(selection);
    return table.columnNames(signal);
  }

  async describe(selection: Selection, options: DescribeOptions): Promise<FieldDescription[]> {
    const { table, shown } = await this.open(selection);
    return describeColumns(table, shown, selection, options);
  }

  async timeBounds(selection: Selection, { signal }: RequestOptions): Promise<TimeRange | null> {
    const { timeField } = selection;
    if (timeField === undefined) {
      return null;
    }
    const { table, shown } = await this.open(selection);
    const rows = await table.read({ columns: [{ name: timeField, text: false }], signal });
    if (!rows.columns.has(timeField)) {
      throw unknownColumn(shown, timeField, await table.columnNames(signal));
    }
    return boundsOf(readTimes(rows, timeField, shown));
  }

  plan(request: DistributionRequest): Plan {
    return planFile(request, () => this.open(request.selection));
  }

  /** Every cell of every column, null where it is missing; times in milliseconds. For comparing two files row by row. */
  async readCells({ path }: Selection): Promise<ReadonlyMap<string, ReadonlyArray<number | string | null>>> {
    const { table } = await this.open({ path });
    const leftOut = await table.leftOut?.();
    const names = (await table.columnNames()).filter((name) => leftOut?.has(name) !== true);
    const { columns } = await table.read({ columns: names.map((name) => ({ name, text: false })) });
    return new Map([...columns].map(([name, column]) => [name, cellsOf(column)]));
  }

  planMeasures(request: MeasureRequest): MeasurePlan {
    return planFileMeasures(request, () => this.open(request.selection));
  }

  async version({ path }: Selection): Promise<string> {
    const file = await resolveFile(this.connection.folder, path);
    return `${file.path} ${file.version}`;
  }

  check(): Promise<SourceHealth> {
    return checkFolder(this.connection.folder);
  }

  private async open({ path }: Selection): Promise<{ table: TableFile; shown: string }> {
    const file = await resolveFile(this.connection.folder, path);
    return { table: openTable(file), shown: file.shown };
  }
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
