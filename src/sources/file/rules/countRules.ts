import { plainText } from '../../../distribution/cell/plainText';
import { typeRule } from '../../../distribution/rule/typeRule';
import { describeRuleError, RuleError } from '../../../query/rule/RuleError';
import { columnsOf } from '../../../query/rule/RuleNode';
import type { ReadRule, RuleCell, RuleRequest, RuleSet } from '../../Rules';
import { OwnColumns } from '../../OwnColumns';
import type { RequestOptions } from '../../Source';
import type { Column, TextColumn } from '../columns/Column';
import { asText } from '../columns/asText';
import { NoTimes } from '../columns/epochTimes';
import { type SegmentColumn, splitBySegment } from '../group/splitBySegment';
import type { OpenTable } from '../readWhole';
import { selectionNotices, selectRows, type SelectedRows } from '../selectRows';
import { unknownColumn, unreadableColumn } from '../unknownColumn';
import { columnKinds } from './columnKinds';
import { judgeRows, type Rows } from './judgeRows';
import { FALSE, UNKNOWN } from './truths';

/** One pass over the columns that the rules name. A rule that doesn't fit them is refused alone. Throws a SourceError. */
export async function countRules(
  { table, shown }: OpenTable,
  { selection, rules, windows, segmentBy }: RuleRequest,
  options: RequestOptions
): Promise<RuleSet> {
  const own = new OwnColumns(selection.features ?? []);
  const refused = new Map<string, string>();
  const names = await table.columnNames(options.signal);
  const leftOut = (await table.leftOut?.()) ?? new Map<string, string>();
  const fitting = rules.filter((rule) => {
    const reason = reasonOf(rule, own, { shown, names, leftOut });
    if (reason !== null) {
      refused.set(rule.name, reason);
    }
    return reason === null;
  });
  if (fitting.length === 0) {
    return { cells: [], refused, notices: [] };
  }
  const fields = [
    ...new Set(fitting.flatMap(({ node }) => [...columnsOf(node).keys()]).map((name) => own.fieldOf(name))),
  ];
  const early = fields.map((name) => ({ name, text: false }));
  const wanted = { early: [...early, ...segmentBy.map((name) => ({ name, text: true }))] };
  const selected = await selectRows(table, shown, selection, windows, wanted, options);
  const columns = await meantColumns(selected, fields);
  const rows: Rows = { count: selected.table.rows, column: (name) => columnIn(columns, own.fieldOf(name)) };
  const groups = groupsOf(selected, segmentBy);
  const cells: RuleCell[] = [];
  for (const rule of fitting) {
    options.signal?.throwIfAborted();
    const truths = judgedOrReason(rule, own, rows);
    if (typeof truths === 'string') {
      refused.set(rule.name, truths);
    } else {
      cells.push(...groups.map((group) => cellOf(rule, group, truths, selected.table.rowNumber)));
    }
  }
  return { cells, refused, notices: selectionNotices(selected, shown) };
}

interface Known {
  readonly shown: string;
  readonly names: readonly string[];
  readonly leftOut: ReadonlyMap<string, string>;
}

/** Why a rule can't be checked by the columns that there are; null where it can. */
function reasonOf({ node, expr }: ReadRule, own: OwnColumns, { shown, names, leftOut }: Known): string | null {
  const known = new Set(names.map(plainText));
  for (const [name, at] of columnsOf(node)) {
    const field = own.fieldOf(name);
    const held = leftOut.get(plainText(field));
    const error =
      held !== undefined
        ? unreadableColumn(shown, field, held)
        : known.has(plainText(field))
          ? null
          : unknownColumn(shown, field, names);
    if (error !== null) {
      return describeRuleError(new RuleError(error.message, at), expr);
    }
  }
  return null;
}

function judgedOrReason({ node, expr }: ReadRule, own: OwnColumns, rows: Rows): Uint8Array | string {
  try {
    return judgeRows(
      typeRule(node, (name) => columnKinds(rows.column(name), own.typeOf(name))),
      rows
    );
  } catch (error) {
    if (error instanceof RuleError) {
      return describeRuleError(error, expr);
    }
    if (error instanceof NoTimes) {
      return `a number that is compared with a time ${error.message}`;
    }
    throw error;
  }
}

/** Digits that a number would not give back are read once more, as the texts that they are. */
async function meantColumns(
  { table, more }: SelectedRows,
  names: readonly string[]
): Promise<ReadonlyMap<string, Column>> {
  const codes = names.filter((name) => {
    const column = table.columns.get(name);
    return column?.kind === 'numbers' && (column.codes ?? 0) > 0;
  });
  if (codes.length === 0) {
    return table.columns;
  }
  const again = await more(codes.map((name) => ({ name, text: true })));
  return again.rows === table.rows ? new Map([...table.columns, ...again.columns]) : table.columns;
}

function columnIn(columns: ReadonlyMap<string, Column>, name: string): Column {
  const column = columns.get(name);
  if (column === undefined) {
    throw new Error(`the column ${name} was not read`);
  }
  return column;
}

interface Group {
  readonly window: number;
  readonly segment: Readonly<Record<string, string>>;
  readonly rows: Int32Array;
}

function groupsOf({ table, windows }: SelectedRows, segmentBy: readonly string[]): Group[] {
  const columns = segmentBy.flatMap((name): SegmentColumn[] => {
    const column = table.columns.get(name);
    const text: TextColumn | null = column === undefined ? null : asText(column);
    return text === null ? [] : [{ name, column: text }];
  });
  return windows.flatMap((rows, window) => splitBySegment(rows, columns).map((segment) => ({ window, ...segment })));
}

function cellOf(
  { name: rule }: ReadRule,
  group: Group,
  truths: Uint8Array,
  rowNumber: (row: number) => number
): RuleCell {
  const { window, segment, rows } = group;
  let [broken, unknown, first] = [0, 0, -1];
  for (const row of rows) {
    if (truths[row] === FALSE) {
      broken++;
      first = first < 0 ? row : first;
    } else if (truths[row] === UNKNOWN) {
      unknown++;
    }
  }
  const counts = { total: rows.length, broken, unknown };
  return { window, segment, rule, ...counts, ...(first >= 0 && { firstBroken: rowNumber(first) }) };
}
