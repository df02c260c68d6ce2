import { BaselineCache } from '../../baseline/BaselineCache';
import { evaluate } from '../../evaluate/evaluate';
import { writeFrames } from '../../frames/writeFrames';
import { parseQuery } from '../../query/parseQuery';
import { withoutHostKeys } from '../../query/withoutHostKeys';
import { encodeFrame } from '../arrow/encodeFrame';
import { parseJson } from './parseJson';
import { readConnections } from './readConnections';
import type { DataSourceSettings, QueryAnswer, QueryTask } from './Task';
import { withDefaultConnection } from './withDefaultConnection';

/** One for each thread; tasks of a data source come to the same thread where they can. */
const cache = new BaselineCache();

/** Evaluates one query and encodes its frames. Throws what `evaluate` throws, and a BadQuery or BadRequest. */
export async function runQuery(task: QueryTask, signal: AbortSignal): Promise<QueryAnswer> {
  const parsed = parseQuery(withoutHostKeys(parseJson(task.query, 'The query')));
  const settings = readConnections(task.settings);
  const query = { ...parsed, current: withDefaultConnection(parsed.current, settings) };
  const result = await evaluate(query, {
    range: { from: task.from, to: task.to },
    now: Date.now(),
    connections: settings.connections,
    access: settings.access,
    baselines: { cache, scope: scopeOf(task.settings) },
    signal,
  });
  return { frames: writeFrames(result, query).map((frame) => encodeFrame(frame, task.refId)) };
}

function scopeOf({ organisation, uid, lastUpdated }: DataSourceSettings): string {
  return `${organisation}/${uid}/${lastUpdated}`;
}
