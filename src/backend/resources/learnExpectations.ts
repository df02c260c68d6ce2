import { evaluate } from '../../evaluate/evaluate';
import { learnExpectations as learnt } from '../../evaluate/quality/learnExpectations';
import { BadRequest } from '../tasks/BadRequest';
import { readQueryParameters } from './readQueryParameters';
import type { ResourceRequest } from './Resource';

/** How much wider than what was seen a range is, as `modelwatch check --learn` does. */
const TOLERANCE = 0.1;

/** Expectations that the baseline of a query of the kind `quality` would keep, for a person to review. */
export async function learnExpectations(request: ResourceRequest, signal: AbortSignal) {
  const { query, context } = readQueryParameters(request);
  if (query.kind !== 'quality') {
    throw new BadRequest('Expectations are learnt for queries of the kind "quality".');
  }
  // One window of all rows, without what is found only by looking at stretches of it.
  const asked = { ...query, window: 'range', segmentBy: [], slice: 'none' };
  const result = await evaluate(asked, { ...context, signal });
  return { features: result.kind === 'quality' ? learnt(result, TOLERANCE) : {} };
}
