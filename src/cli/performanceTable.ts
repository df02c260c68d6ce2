import type { PerformanceResult } from '../evaluate/Result';
import { PERFORMANCE_SHOWN } from '../frames/performance/performanceMappings';
import { describeConceptDrift } from '../frames/performance/describeConceptDrift';
import { performanceRows } from '../frames/performance/performanceRows';
import type { PerformanceRow } from '../frames/performance/PerformanceRow';
import { describeDrop } from '../verdict/performance/describeDrop';
import { describeFairness, nextStepOfFairness } from '../verdict/performance/fairness/describeFairness';
import { describeBudget, nextStepOfBudget } from '../verdict/performance/budget/describeBudget';
import { describeVersions, nextStepOfVersions } from '../verdict/performance/describeVersions';
import { alignColumns } from './alignColumns';
import { listed } from './listed';
import { noticeLines } from './noticeLines';
import { printableLines } from './printable';
import { shortNumber } from './shortNumber';
import { shortTime } from './shortTime';

const MOST_REASONS = 25;

/** A performance result for people: what is worse first, then why. */
export function performanceTable(result: PerformanceResult, segmentBy: readonly string[]): string {
  const rows = performanceRows(result);
  const isTimed = rows.some(({ time }) => time !== null);
  const isCompared = result.baseline.kind !== 'none';
  const header = [
    ...(isTimed ? ['from'] : []),
    'metric',
    ...segmentBy,
    ...['value', '95% interval'],
    ...(isCompared ? ['baseline', 'drop'] : []),
    'labelled',
    'verdict',
  ];
  const lines = rows.map((row) => [
    ...(isTimed ? [shortTime(row.time)] : []),
    nameOf(row),
    ...segmentBy.map((name) => row.segment[name] ?? ''),
    shortNumber(row.value),
    row.low === null || row.high === null ? '-' : `${shortNumber(row.low)} to ${shortNumber(row.high)}`,
    ...(isCompared ? [shortNumber(row.baseline), shortNumber(row.drop)] : []),
    `${row.labelled} of ${row.rows}`,
    PERFORMANCE_SHOWN[row.verdict].text,
  ]);
  const told = rows.filter(
    ({ severity, gates, value }) => severity === 1 || severity === 2 || (gates && severity === null) || value === null
  );
  const reasons = told.map((row) => {
    const where = [nameOf(row), ...Object.values(row.segment), ...(isTimed ? [shortTime(row.time)] : [])].join(', ');
    return `${where}: ${row.reason}`;
  });
  return printableLines([
    summary(rows, result),
    '',
    ...alignColumns([header, ...lines]),
    '',
    ...listed(reasons, MOST_REASONS),
    ...result.explanations
      .map((one) => ({ one, text: describeDrop(one) }))
      .flatMap(({ one, text }) => (text === '' ? [] : [`${one.metric}, newest judged window: ${text}`])),
    ...result.conceptDrift
      .filter(({ severity }) => severity > 0)
      .map((drift) =>
        [...Object.values(drift.segment).map((name) => `${name}:`), describeConceptDrift(drift)].join(' ')
      ),
    ...result.comparisons.map(({ metric, old, new: next, verdict, segment }) =>
      [
        ...Object.values(segment).map((name) => `${name}:`),
        describeVersions(verdict, { metric, old, new: next }),
        nextStepOfVersions(verdict, { metric, old, new: next }),
      ].join(' ')
    ),
    ...result.fairness.map((compared) =>
      [
        ...Object.values(compared.segment).map((name) => `${name}:`),
        describeFairness(compared, compared.field),
        nextStepOfFairness(compared),
      ]
        .filter((text) => text !== '')
        .join(' ')
    ),
    ...result.budgets.map(({ segment, budget }) =>
      [...Object.values(segment).map((name) => `${name}:`), describeBudget(budget), nextStepOfBudget(budget)]
        .filter((part) => part !== '')
        .join(' ')
    ),
    ...noticeLines(result.notices),
    '',
  ]);
}

function summary(rows: readonly PerformanceRow[], { baseline }: PerformanceResult): string {
  if (baseline.kind === 'none' && rows.every(({ objective }) => objective === null)) {
    return 'Nothing to compare with: no baseline and no objective is set.';
  }
  const deciding = rows.filter(({ gates, objective }) => gates || objective !== null);
  const worse = deciding.filter(({ severity }) => severity === 2).length;
  const against = baseline.kind === 'none' ? 'the objectives' : baseline.description;
  return `${worse} of ${deciding.length} deciding metrics worse, compared with ${against}.`;
}

function nameOf({ metric, of_class: ofClass }: PerformanceRow): string {
  return ofClass === null ? metric : `${metric} (${ofClass})`;
}
