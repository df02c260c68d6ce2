import { BaselineCache } from '../../baseline/BaselineCache';
import { RegistryMemory } from '../../baseline/registry/RegistryMemory';
import { evaluate } from '../../evaluate/evaluate';
import { queryHash } from '../../evaluate/queryHash';
import type { Result } from '../../evaluate/Result';
import { settledKey } from '../../evaluate/settledKey';
import { alertAnswer, writeAlertAnswer } from '../../frames/alert/AlertAnswer';
import { countSeverities } from '../../frames/alert/countSeverities';
import type { Frame } from '../../frames/Frame';
import { writeFrames } from '../../frames/writeFrames';
import { alertQuery } from '../../query/alertQuery';
import { parseQuery } from '../../query/parseQuery';
import { withoutHostKeys } from '../../query/withoutHostKeys';
import { readAnnotations } from '../annotations/readAnnotations';
import { encodeFrame } from '../arrow/encodeFrame';
import { filtersOf } from '../secrets/filtersOf';
import { AlertAnswers } from './AlertAnswers';
import { parseJson } from './parseJson';
import { readConnections } from './readConnections';
import { requireTimes } from './requireTimes';
import { SettledAnswers } from './SettledAnswers';
import type { DataSourceSettings, QueryAnswer, QueryTask } from './Task';
import { withDefaultConnection } from './withDefaultConnection';

/** Of clocks that differ. */
const NOTABLE_SECONDS = 5;

/** One for each thread; tasks of a data source come to the same thread where they can. */
const cache = new BaselineCache();
const models = new RegistryMemory();
const alerts = new AlertAnswers();
const settled = new SettledAnswers();

/** Evaluates one query and encodes its frames. Throws what `evaluate` throws, and a BadQuery or BadRequest. */
export async function runQuery(task: QueryTask, signal: AbortSignal): Promise<QueryAnswer> {
  const stored = parseQuery(withoutHostKeys(parseJson(task.query, 'The query')));
  const parsed = task.forAlert ? alertQuery(stored) : stored;
  const settings = readConnections(task.settings);
  const query = { ...parsed, current: withDefaultConnection(parsed.current, settings) };
  const scope = scopeOf(task.settings);
  const context = {
    range: requireTimes({ from: task.from, to: task.to }),
    now: Date.now(),
    connections: settings.connections,
    access: settings.access,
    profiles: settings.profiles,
    annotations: await readAnnotations(query, task.settings, signal),
    baselines: { cache, models, scope },
    signal,
  };
  const { answer: filter } = filtersOf(task.settings);
  const encode = (frames: readonly Frame[]) =>
    frames.map((frame) => encodeFrame(filter.hideInFrame(frame), task.refId));
  if (query.kind === 'distribution' || query.format !== 'alert') {
    signal.throwIfAborted();
    // What is wrong with a query is said by its evaluation.
    const kept = await settledKey(query, context).catch(() => null);
    const key = kept && JSON.stringify([scope, task.refId, kept.key]);
    const stored = key && settled.get(key);
    if (stored) {
      return { frames: stored };
    }
    const result = await evaluate(query, context);
    const frames = encode(writeFrames(result, query));
    if (kept && key && !isDoubtful(result)) {
      settled.set(key, frames, kept.versioned);
    }
    return { frames };
  }
  const hash = queryHash(query);
  const key = JSON.stringify([scope, hash, task.from, task.to]);
  const kept = await alerts.get(key, async () => {
    const result = withGrafanasClock(await evaluate(query, context), task, context.now);
    return { answer: alertAnswer(result, query), isDoubtful: isDoubtful(result) };
  });
  return {
    frames: encode(writeAlertAnswer(kept, query.alertValue)),
    verdicts: { kind: query.kind, queryHash: hash, severities: countSeverities(kept.rows) },
  };
}

/** Grafana asks for rules up to its own time, which can't be later than ours. */
function withGrafanasClock(result: Result, { to }: QueryTask, now: number): Result {
  const ahead = Math.round((to - now) / 1000);
  const notice = `The clock of Grafana is at least ${ahead} s ahead of that of Modelwatch: the rule's range ends in the future.`;
  return ahead > NOTABLE_SECONDS ? { ...result, notices: [...result.notices, notice] } : result;
}

/** A store that warned may know more a moment later. */
function isDoubtful({ warned, notices }: Result): boolean {
  return warned === true || notices.some((notice) => typeof notice !== 'string');
}

function scopeOf({ organization, uid, lastUpdated }: DataSourceSettings): string {
  return `${organization}/${uid}/${lastUpdated}`;
}
