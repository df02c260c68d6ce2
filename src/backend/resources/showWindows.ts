import { explainWindows } from '../../evaluate/explainWindows';
import { readQueryParameters } from './readQueryParameters';
import type { ResourceRequest } from './Resource';

/** Which windows a query compares, for the editor's picture. */
export async function showWindows(request: ResourceRequest, signal: AbortSignal) {
  const { query, context } = readQueryParameters(request);
  return explainWindows(query, { ...context, signal });
}
