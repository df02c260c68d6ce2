import { POSITIVE_WORDS } from '../../../../query/positiveWords';
import type { LabelFindings, OutcomesRequest } from '../../../OutcomesRequest';
import { asText } from '../../columns/asText';
import type { SelectedRows } from '../../selectRows';
import { countRows } from '../knownLabels';
import type { PredictionCells } from '../LabelCells';
import { numberCells } from '../numberCells';
import type { ClassRows } from '../OutcomeRows';
import type { ListRows } from './countLists';

export interface ReadLists {
  readonly lists: ListRows;
  readonly findings: LabelFindings;
}

/** Which list each row belongs to, and its place there; null where no lists are asked for. */
export async function readListRows(
  { roles: { lists: asked, scores } }: Pick<OutcomesRequest, 'roles'>,
  { table }: Pick<SelectedRows, 'table'>,
  { column, used }: PredictionCells,
  { classes, scores: values }: ClassRows
): Promise<ReadLists | null> {
  const read = asked === undefined ? undefined : table.columns.get(asked.field);
  const text = read === undefined ? null : asText(read);
  if (asked === undefined || text === null) {
    return null;
  }
  const [score] = scores;
  const order =
    asked.rank === undefined
      ? values.get(score)?.map((value) => -value)
      : numberCells(await column(asked.rank), (row) => used[row] === 1).values;
  const lists = new Int32Array(table.rows);
  for (let row = 0; row < lists.length; row++) {
    // Without anything that ranks them, the click rate alone can be told.
    lists[row] = order === undefined || order[row] === order[row] ? text.codes[row] : -1;
  }
  const unlisted = countRows(used, (row) => lists[row] < 0);
  return {
    lists: {
      lists,
      order: order ?? new Float64Array(table.rows),
      isPositive: Uint8Array.from(classes, (name) =>
        Number(asked.positive === null ? POSITIVE_WORDS.has(name.toLowerCase()) : name === asked.positive)
      ),
      ks: order === undefined ? [] : asked.ks,
    },
    findings: unlisted > 0 ? { unlisted } : {},
  };
}
