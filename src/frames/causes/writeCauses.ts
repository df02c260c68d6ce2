import type { ExplainResult } from '../../evaluate/Result';
import { describeReason } from '../../verdict/describeReason';
import { nextStepOf } from '../../verdict/causes/describeCauses';
import type { AlertRow } from '../alert/AlertRow';
import { sinceDetails } from '../alert/sinceDetails';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { score } from '../score';
import { CAUSE_COLUMNS } from './causeColumns';
import { causeRows } from './causeRows';
import { causesMeta } from './CausesMeta';

/** One frame, `explain`, with a row for each cause; what is explained stands in its `meta.custom`. */
export function writeCauses(result: ExplainResult, meta: ResultMeta): Frame {
  const rows = causeRows(result);
  return {
    name: 'explain',
    meta: { preferredVisualisationType: 'table', custom: { ...causesMeta(result, meta) } },
    fields: CAUSE_COLUMNS.map(({ name, kind, description, config }) => ({
      ...{ name, kind, values: rows.map((row) => row[name]) },
      config: { description, ...config },
    })),
  };
}

/** The row of the feature that is explained, as of a drift query: its texts name the first cause. */
export function causeAlertRows(result: ExplainResult): AlertRow[] {
  const { verdict, causes, summary, since, isOrEarlier, baseline } = result;
  const { feature } = verdict.comparison;
  return [
    {
      ...{ name: feature, labels: { feature }, severity: verdict.severity, score: score(verdict), since },
      details: {
        verdict: verdict.verdict,
        reason: `${summary} ${describeReason(verdict)}`,
        next_step: causes.length === 0 ? '' : nextStepOf(causes[0]),
        baseline: baseline.description,
        ...sinceDetails({ since, isOrEarlier }),
        from: String(verdict.window?.from ?? ''),
        to: String(verdict.window?.to ?? ''),
      },
    },
  ];
}
