import type { AuditedResult } from '../../evaluate/Result';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { AUDIT_COLUMNS } from './auditColumns';
import { auditRows } from './auditRows';

/** One frame, `audit`, with a row for each way to judge. */
export function writeAuditTable(result: AuditedResult, meta: ResultMeta): Frame {
  const rows = auditRows(result);
  return {
    name: 'audit',
    meta: { preferredVisualisationType: 'table', custom: { ...meta, kind: 'audit', perDays: result.per } },
    fields: AUDIT_COLUMNS.map(({ name, kind, title, description, config }) => ({
      name,
      kind,
      values: rows.map((row) => row[name]),
      config: { displayNameFromDS: title, description, ...config },
    })),
  };
}
