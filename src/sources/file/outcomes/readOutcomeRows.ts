import type { OutcomesRequest } from '../../OutcomesRequest';
import type { LabelCells, PredictionCells } from './LabelCells';
import type { OutcomeRows } from './OutcomeRows';
import { readClassRows } from './readClassRows';
import { readNumberRows } from './readNumberRows';

/** Predictions beside their labels, with what is odd about either. Throws a SourceError for too many classes. */
export function readOutcomeRows(
  request: Pick<OutcomesRequest, 'roles' | 'asOf' | 'selection'>,
  predictions: PredictionCells,
  labels: LabelCells
): Promise<OutcomeRows> {
  return request.roles.task === 'regression'
    ? readNumberRows(request, predictions, labels)
    : readClassRows(request, predictions, labels);
}
