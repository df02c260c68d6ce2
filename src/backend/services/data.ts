import { createHash } from 'node:crypto';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Services } from '../createServer';
import type { Data, DataQuery, DataResponseSchema } from '../protocol/generated/grafana_pb';
import type { Handlers } from '../protocol/grpcService';
import { describeFailure } from '../tasks/describeFailure';
import type { Evaluation } from '../metrics/RuleMetrics';
import type { DataSourceSettings, QueryAnswer } from '../tasks/Task';
import { isForAlert, ruleOf } from './ruleOf';
import { affinityOf, settingsOf } from './settings';

type DataResponse = MessageInitShape<typeof DataResponseSchema>;

/** Evaluates every query of a request on its own: one that fails leaves the others unharmed. */
export function data(services: Pick<Services, 'pool' | 'metrics' | 'log'>): Handlers<typeof Data> {
  return {
    async queryData({ pluginContext, headers, queries }, { signal }) {
      const settings = settingsOf(pluginContext, headers);
      const rule = ruleOf(headers);
      const forAlert = isForAlert(headers);
      const answers = queries.map(
        async (query) => [query.refId, await answer(services, { settings, rule, forAlert }, query, signal)] as const
      );
      return { responses: Object.fromEntries(await Promise.all(answers)) };
    },
  };
}

async function answer(
  { pool, metrics, log }: Pick<Services, 'pool' | 'metrics' | 'log'>,
  { settings, rule, forAlert }: { settings: DataSourceSettings; rule: string | undefined; forAlert: boolean },
  { refId, json, timeRange }: DataQuery,
  signal: AbortSignal
): Promise<DataResponse> {
  const done = metrics.start('query');
  const query = new TextDecoder().decode(json);
  const dataSource = affinityOf(settings);
  const record = (evaluation: Evaluation) => {
    if (rule !== undefined) {
      metrics.rules.record({ organization: settings.organization, rule, refId }, evaluation);
    }
  };
  try {
    const task = {
      kind: 'query',
      settings,
      refId,
      query,
      from: Number(timeRange?.fromEpochMS ?? 0n),
      to: Number(timeRange?.toEpochMS ?? 0n),
      forAlert,
    } as const;
    const { frames, verdicts } = (await pool.run(task, {
      signal,
      affinity: [`${dataSource} ${hashOf(query)}`, dataSource],
      urgency: forAlert || rule !== undefined ? 'alert' : 'panel',
    })) as QueryAnswer;
    const seconds = done('ok');
    record({ succeeded: true, seconds, verdicts });
    log('debug', 'Answered a query', { refId, dataSource: settings.uid, frames: frames.length, seconds });
    return { frames: [...frames], status: 200 };
  } catch (error) {
    const { message, status, side, stack } = describeFailure(error);
    const seconds = done(signal.aborted ? 'cancelled' : side);
    record({ succeeded: false, seconds });
    log(stack === undefined ? 'warn' : 'error', 'A query failed', {
      refId,
      dataSource: settings.uid,
      status,
      side,
      error: message,
      stack,
      seconds,
    });
    return { error: message, status, errorSource: side };
  }
}

/**
 * A query may be megabytes long: what a worker remembers of it is not. A rule's queries for a severity and for the texts of
 * its message are one question.
 */
function hashOf(query: string): string {
  const question = query.replace(/"(?:refId|alertValue)":\s*"[^"]*"/g, '');
  return createHash('sha256').update(question).digest('base64');
}
