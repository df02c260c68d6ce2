import { plainText } from '../../../../distribution/cell/plainText';
import type { OutcomesCell, OutcomesRequest, OutcomesSet } from '../../../OutcomesRequest';
import { type Column, MISSING, PRESENT, type TextColumn } from '../../../file/columns/Column';
import { TextBuilder } from '../../../file/columns/TextBuilder';
import { cellRows } from '../../../file/outcomes/cellRows';
import { outcomesCounter } from '../../../file/outcomes/countOutcomes';
import { readClassRows } from '../../../file/outcomes/readClassRows';
import { readNumberRows } from '../../../file/outcomes/readNumberRows';
import type { StoreField } from '../../fields/StoreField';
import type { OutcomeFields } from '../OutcomeFields';
import type { Labels } from './fetchLabels';
import type { Prediction } from './fetchPredictions';
import { type Hit, numberAt, textAt, timeAt } from './latestHit';

/** No hit has a value. */
const NOTHING: Hit = () => undefined;

export interface JoinedRows {
  readonly predictions: readonly Prediction[];
  readonly labels: Labels;
  readonly fields: OutcomeFields;
  /** Undefined where the selection has no time. */
  readonly time?: StoreField;
  /** As the indices are called. */
  readonly shown: string;
  readonly labelsShown: string;
}

/** Counts what became of predictions that traveled with their labels, as of the rows of a file. Throws a SourceError. */
export async function countJoined(
  asked: OutcomesRequest,
  { predictions, labels, fields, time, shown, labelsShown }: JoinedRows
): Promise<OutcomesSet> {
  const { task, prediction, scores, label, labelTime, segments } = fields;
  const { windows, timezone } = asked;
  // Only what is counted of them travels.
  const request = { ...asked, roles: { ...asked.roles, forecast: undefined, lists: undefined } };
  const hits = predictions.map(({ hit }) => hit);
  const found = predictions.map(({ key }) => labels.byKey.get(plainText(key)) ?? NOTHING);
  const own = task === 'regression' ? numberColumn : textColumn;
  // A column that two roles ask for is nobody's own: none is fresh.
  const column = (name: string) => {
    const score = scores.find((one) => one.column === name)?.field;
    const field = score ?? prediction ?? label;
    const read = score !== undefined || task === 'regression' ? numberColumn : textColumn;
    return Promise.resolve({ column: read(hits, field), fresh: false });
  };
  const times = time === undefined ? null : Float64Array.from(hits, (hit) => timeAt(hit, time));
  const cells = { column, times, used: new Uint8Array(hits.length).fill(1), shown };
  const labelCells = {
    column: own(found, label),
    times: labelTime === undefined ? null : Float64Array.from(found, (hit) => timeAt(hit, labelTime)),
    ...{ fresh: false, shown: labelsShown, findings: {}, notices: [] },
  };
  const rows =
    task === 'regression'
      ? await readNumberRows(request, cells, labelCells)
      : await readClassRows(request, cells, labelCells);
  const count = outcomesCounter(rows);
  const splitting = {
    segmentBy: segments.map((field) => ({ name: field.name, column: textColumn(hits, field) })),
    ...{ times, timezone },
  };
  const byWindow = windows.map((_, window) =>
    Int32Array.from(predictions.flatMap((one, row) => (one.window === window ? [row] : [])))
  );
  const counted: OutcomesCell[] = [];
  for (const { rows: some, ...of } of cellRows(byWindow, splitting)) {
    const outcomes = count(some, of.window);
    if (outcomes !== null) {
      counted.push({ ...of, outcomes });
    }
  }
  return { cells: counted, findings: rows.findings, notices: rows.notices };
}

function textColumn(hits: readonly Hit[], field: StoreField): TextColumn {
  const builder = new TextBuilder(hits.length);
  for (const hit of hits) {
    const text = textAt(hit, field);
    // An empty text is missing, as in files.
    if (text === null || text === '') {
      builder.pushMissing();
    } else {
      builder.push(text);
    }
  }
  return builder.finish();
}

function numberColumn(hits: readonly Hit[], field: StoreField): Column {
  const values = Float64Array.from(hits, (hit) => numberAt(hit, field));
  const states = Uint8Array.from(values, (value) => (Number.isNaN(value) ? MISSING : PRESENT));
  return { kind: 'numbers', values, states, mistyped: null, typed: true, time: false };
}
