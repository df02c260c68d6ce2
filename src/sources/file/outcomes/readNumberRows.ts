import type { OutcomesRequest } from '../../OutcomesRequest';
import { badRequest } from '../fileError';
import { knownLabels } from './knownLabels';
import type { LabelCells, PredictionCells } from './LabelCells';
import { numberCells } from './numberCells';
import { missingCells, oddCells } from './oddCells';
import type { NumberRows } from './OutcomeRows';

/** Forecasts beside the numbers that came true, with what is odd about either. Throws a SourceError without a forecast. */
export async function readNumberRows(
  { roles, asOf }: Pick<OutcomesRequest, 'roles' | 'asOf'>,
  predictions: PredictionCells,
  labels: LabelCells
): Promise<NumberRows> {
  const name = roles.prediction;
  if (name === undefined) {
    throw badRequest('A forecast needs "prediction": the column of the predicted number.');
  }
  const isUsed = (row: number) => predictions.used[row] === 1;
  const { values: actual, ...oddLabels } = numberCells(labels, isUsed);
  const known = knownLabels(predictions, labels, asOf, {
    isLabelled: (row) => !Number.isNaN(actual[row]),
    hide: (row) => (actual[row] = NaN),
  });
  const { values: predicted, ...odd } = numberCells(await predictions.column(name), isUsed);
  return {
    task: 'regression',
    ...{ predicted, actual, unreadable: oddLabels.unreadable, ages: known.ages },
    findings: {
      ...labels.findings,
      ...oddCells([
        [roles.label.field, oddLabels],
        [name, odd],
      ]),
      ...known.findings,
      ...missingCells([[name, odd.missing]]),
    },
    notices: [...labels.notices, ...known.notices],
  };
}
