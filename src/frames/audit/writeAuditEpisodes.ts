import type { AuditedResult } from '../../evaluate/Result';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { causeOf } from './auditRows';

/** One frame, `audit_episodes`: what each way to judge would have fired on, by time. */
export function writeAuditEpisodes({ replays, significance: own }: AuditedResult, meta: ResultMeta): Frame {
  const rows = replays
    .flatMap(({ significance, fired }) => fired.map((one) => ({ ...one, significance })))
    .sort((a, b) => a.from - b.from);
  return {
    name: 'audit_episodes',
    meta: { preferredVisualisationType: 'table', custom: { ...meta, kind: 'audit' } },
    fields: [
      column(
        'time',
        'From',
        'time',
        'First window of the episode',
        rows.map(({ from }) => from)
      ),
      column(
        'time_end',
        'To',
        'time',
        'End of its last window',
        rows.map(({ to }) => to)
      ),
      column(
        'significance',
        'Significance',
        'string',
        'What a change is compared with',
        rows.map(({ significance }) => significance)
      ),
      column(
        'own',
        'This query',
        'boolean',
        'Whether the query itself uses it',
        rows.map(({ significance }) => significance === own)
      ),
      column(
        'alarms',
        'Alarms',
        'number',
        'Windows in alarm',
        rows.map(({ alarms }) => alarms)
      ),
      column('cause', 'Cause', 'string', 'What it fired on', rows.map(causeOf)),
      column(
        'reason',
        'Reason',
        'string',
        'Reason for the verdict',
        rows.map(({ reason }) => reason)
      ),
    ],
  };
}

function column(
  name: string,
  title: string,
  kind: Frame['fields'][number]['kind'],
  description: string,
  values: readonly unknown[]
) {
  return { name, kind, values, config: { displayNameFromDS: title, description } } as Frame['fields'][number];
}
