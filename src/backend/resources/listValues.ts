import { z } from 'zod';
import { listValues as listValuesOf } from '../../evaluate/listValues';
import { selectionSchema } from '../../query/selection';
import { withDefaultConnection } from '../tasks/withDefaultConnection';
import { readParameters } from './readParameters';
import type { ResourceRequest } from './Resource';
import { readTimeRange, timeParameters } from './timeParameters';

const parametersSchema = z.object({ selection: selectionSchema, field: z.string().min(1), ...timeParameters });

/** Values of a label, column or field of a selection, for variables that choose a segment. */
export async function listValues({ settings, parameters }: ResourceRequest, signal: AbortSignal) {
  const { selection, field, ...times } = readParameters(parametersSchema, parameters);
  const { access, connections } = settings;
  const options = { access, signal, range: readTimeRange(times, Date.now()) };
  return { values: await listValuesOf(withDefaultConnection(selection, settings), field, connections, options) };
}
