import type { AlertValue } from '../../query/alertValue';
import type { Frame, FrameField } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { SEVERITY_MAPPINGS } from '../drift/verdictMappings';
import type { AlertRow } from './AlertRow';

const MS = 1000;

/**
 * `numeric-multi`: a frame with one number for each row. The labels are the row's alone; only `details` adds texts to them,
 * for annotations: Grafana attaches its frames to the alert whose labels they contain.
 */
export function writeAlert(rows: readonly AlertRow[], value: AlertValue, meta: ResultMeta): Frame[] {
  return rows.map((row) => ({
    name: row.name,
    meta: { type: 'numeric-multi', typeVersion: [0, 1], custom: { ...meta } },
    fields: [fieldOf(row, value)],
  }));
}

function fieldOf(row: AlertRow, value: AlertValue): FrameField {
  const { name, labels, severity, score, since, details } = row;
  const config = { displayNameFromDS: name };
  switch (value) {
    case 'severity':
      return {
        name: 'severity',
        kind: 'number',
        values: [severity],
        labels,
        config: { ...config, decimals: 0, min: 0, max: 2, mappings: SEVERITY_MAPPINGS },
      };
    case 'score':
      return { name: 'score', kind: 'number', values: [score], labels, config: { ...config, min: 0 } };
    case 'since':
      return { name: 'since', kind: 'number', values: [since === null ? null : since / MS], labels, config };
    case 'details':
      return { name: 'score', kind: 'number', values: [score], labels: { ...details, ...labels }, config };
  }
}
