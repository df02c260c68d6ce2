import type { OutcomesRequest } from '../../OutcomesRequest';
import { asText } from '../columns/asText';
import type { TextColumn } from '../columns/Column';
import type { SelectedColumn } from '../selectRows';
import { classColumns, type ClassSide } from './classColumns';
import { countRows, knownLabels } from './knownLabels';
import type { LabelCells, PredictionCells } from './LabelCells';
import { letGo } from './letGo';
import { numberCells } from './numberCells';
import { missingCells, oddCells } from './oddCells';
import type { ClassRows } from './OutcomeRows';

const SHARE = { low: 0, high: 1 };

/** Predicted classes and scores beside their labels, with what is odd about either. Throws a SourceError for too many classes. */
export async function readClassRows(
  { roles, asOf, selection }: Pick<OutcomesRequest, 'roles' | 'asOf' | 'selection'>,
  predictions: PredictionCells,
  labels: LabelCells
): Promise<ClassRows> {
  const { used, shown, column } = predictions;
  const isUsed = (row: number) => used[row] === 1;
  const ownForms = selection.features?.some(
    ({ name, field = name, missing }) =>
      missing !== undefined && (field === roles.label.field || field === roles.prediction)
  );
  const side = (name: string, cells: SelectedColumn, file: string): ClassSide => ({
    ...{ name, column: textOf(cells), used: isUsed, shown: file },
  });
  const own = roles.prediction === undefined ? null : await column(roles.prediction);
  const { classes, predicted, actual, notices } = classColumns(
    own === null || roles.prediction === undefined ? null : side(roles.prediction, own, shown),
    side(roles.label.field, labels, labels.shown),
    ownForms === true
  );
  const rule = roles.forecast?.naive;
  const naive =
    typeof rule === 'object'
      ? ruleClasses(
          side(rule.field, await column(rule.field), shown),
          side(roles.label.field, labels, labels.shown),
          classes,
          ownForms === true
        )
      : undefined;
  letGo(labels);
  letGo(own);
  const known = knownLabels(predictions, labels, asOf, {
    isLabelled: (row) => actual[row] >= 0,
    hide: (row) => (actual[row] = -1),
  });
  const scores = new Map<string, Float64Array>();
  const cells: Array<Parameters<typeof oddCells>[0][number]> = [];
  for (const name of roles.scores) {
    const read = await column(name);
    const { values, ...odd } = numberCells(read, isUsed, SHARE);
    scores.set(name, values);
    cells.push([name, odd]);
  }
  const unpredicted =
    roles.prediction === undefined || predicted === null
      ? []
      : [[roles.prediction, countRows(used, (row) => predicted[row] < 0)] as const];
  const missing = missingCells([...unpredicted, ...cells.map(([name, odd]) => [name, odd.missing] as const)]);
  return {
    task: 'classification',
    ...{ classes, predicted, actual, scores, ages: known.ages },
    ...(naive !== undefined && { naive }),
    findings: { ...labels.findings, ...oddCells(cells), ...known.findings, ...missing },
    notices: [...labels.notices, ...notices, ...known.notices],
  };
}

/** What a simple rule predicted, in the codes of `classes`: one that occurs nowhere else is wrong, and is the code behind them. */
function ruleClasses(rule: ClassSide, actual: ClassSide, classes: readonly string[], keepMarkers: boolean): Int16Array {
  const own = classColumns(rule, actual, keepMarkers);
  const codes = new Map(classes.map((name, code) => [name, code]));
  return (own.predicted ?? new Int16Array()).map((code) =>
    code < 0 ? -1 : (codes.get(own.classes[code]) ?? classes.length)
  );
}

function textOf({ column }: SelectedColumn): TextColumn {
  const text = asText(column);
  if (text === null) {
    throw new Error('a column was read without its text');
  }
  return text;
}
