import { z } from 'zod';
import { describeSelection } from '../../evaluate/describeSelection';
import { selectionSchema } from '../../query/selection';
import { withDefaultConnection } from '../tasks/withDefaultConnection';
import { readParameters } from './readParameters';
import type { ResourceRequest } from './Resource';
import { readTimeRange, timeParameters } from './timeParameters';

const parametersSchema = z.object({ selection: selectionSchema, ...timeParameters });

/** The fields of a selection with their types and how they were found, and the times between which there are rows. */
export async function describeFields({ settings, parameters }: ResourceRequest, signal: AbortSignal) {
  const { selection, ...times } = readParameters(parametersSchema, nested(parameters));
  return describeSelection(withDefaultConnection(selection, settings), settings.connections, {
    access: settings.access,
    signal,
    range: readTimeRange(times, Date.now()),
  });
}

/** In a URL the selection's keys stand beside the time's. */
function nested(parameters: ResourceRequest['parameters']) {
  if ('selection' in parameters) {
    return parameters;
  }
  const { from, to, ...selection } = parameters;
  return { selection, from, to };
}
