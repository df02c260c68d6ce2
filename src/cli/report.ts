import type {
  AuditedResult,
  ChangeResult,
  DistributionResult,
  DriftResult,
  ExplainResult,
  PerformanceResult,
  QualityResult,
  Result,
  VersionsResult,
  VolumeResult,
} from '../evaluate/Result';
import { driftRows } from '../frames/drift/driftRows';
import { performanceSegments } from '../query/performanceSegments';
import type { Query } from '../query/query';
import { CommandLineError } from './CommandLineError';
import { auditJson } from './auditJson';
import { auditTable } from './auditTable';
import { changeJson } from './changeJson';
import { changeTable } from './changeTable';
import { distributionJson } from './distributionJson';
import { driftJson } from './driftJson';
import { driftTable } from './driftTable';
import { explainJson } from './explainJson';
import { explainTable } from './explainTable';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { performanceJson } from './performanceJson';
import { performanceTable } from './performanceTable';
import { versionsJson } from './versionsJson';
import { versionsTable } from './versionsTable';
import { volumeJson } from './volumeJson';
import { volumeTable } from './volumeTable';
import { qualityJson } from './qualityJson';
import { qualityTable } from './qualityTable';
import { writeJson } from './writeJson';
import { writeOut } from './writeOut';

export const FORMATS = ['table', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface ReportOptions {
  readonly query: Query;
  readonly format: Format;
  /** In a table: a row for every test, not the deciding one alone. */
  readonly detail: boolean;
  /** Of checks: where something is broken. */
  readonly failOnDrift: boolean;
  /** Checks alone: where something is worth a look. */
  readonly failOnWarning?: boolean;
  /** Whether JSON names windows and segments. */
  readonly timed?: boolean;
}

/** Writes a result for people or for programs, and answers the exit status. */
export async function report(result: Result, options: ReportOptions): Promise<ExitCode> {
  switch (result.kind) {
    case 'distribution':
      return reportDistribution(result, options);
    case 'audit':
      return reportAudit(result, options.format);
    case 'versions':
      return reportVersions(result, options);
    case 'change':
      return reportChange(result, options);
    case 'explain':
      return reportExplain(result, options);
    case 'volume':
      return reportVolume(result, options);
    case 'performance':
      return reportPerformance(result, options);
    case 'quality':
      return reportQuality(result, options);
    case 'drift':
      return reportDrift(result, options);
  }
}

async function reportDistribution(
  result: DistributionResult,
  { format }: Pick<ReportOptions, 'format'>
): Promise<ExitCode> {
  if (format === 'table') {
    throw new CommandLineError('Distributions have no table format. Use --format json.');
  }
  await writeJson(distributionJson(result));
  return ExitStatus.ok;
}

async function reportDrift(
  result: DriftResult,
  { query, format, detail, failOnDrift, timed = false }: ReportOptions
): Promise<ExitCode> {
  await (format === 'json'
    ? writeJson(driftJson(result, timed ? query.segmentBy : null))
    : writeOut(driftTable(driftRows(result, detail), result, query.segmentBy)));
  return failOnDrift && result.verdicts.some(({ verdict }) => verdict === 'drift') ? ExitStatus.failed : ExitStatus.ok;
}

async function reportAudit(result: AuditedResult, format: Format): Promise<ExitCode> {
  await (format === 'json' ? writeJson(auditJson(result)) : writeOut(auditTable(result, result.significance)));
  return ExitStatus.ok;
}

async function reportVersions(
  result: VersionsResult,
  { query, format }: Pick<ReportOptions, 'query' | 'format'>
): Promise<ExitCode> {
  await (format === 'json' ? writeJson(versionsJson(result)) : writeOut(versionsTable(result, query.segmentBy)));
  return ExitStatus.ok;
}

async function reportChange(
  result: ChangeResult,
  { query, format, failOnDrift }: Pick<ReportOptions, 'query' | 'format' | 'failOnDrift'>
): Promise<ExitCode> {
  await (format === 'json' ? writeJson(changeJson(result)) : writeOut(changeTable(result, query.segmentBy)));
  const isChanged = result.series.some(({ changes }) => changes.some(({ isRecent }) => isRecent));
  return failOnDrift && isChanged ? ExitStatus.failed : ExitStatus.ok;
}

async function reportExplain(
  result: ExplainResult,
  { format, failOnDrift }: Pick<ReportOptions, 'format' | 'failOnDrift'>
): Promise<ExitCode> {
  await (format === 'json' ? writeJson(explainJson(result)) : writeOut(explainTable(result)));
  return failOnDrift && result.verdict.verdict === 'drift' ? ExitStatus.failed : ExitStatus.ok;
}

async function reportVolume(
  result: VolumeResult,
  { query, format, failOnDrift }: Pick<ReportOptions, 'query' | 'format' | 'failOnDrift'>
): Promise<ExitCode> {
  await (format === 'json' ? writeJson(volumeJson(result)) : writeOut(volumeTable(result, query.segmentBy)));
  return failOnDrift && result.verdicts.some(({ severity }) => severity === 2) ? ExitStatus.failed : ExitStatus.ok;
}

async function reportPerformance(
  result: PerformanceResult,
  { query, format, failOnDrift, failOnWarning }: Omit<ReportOptions, 'detail'>
): Promise<ExitCode> {
  const segments = query.kind === 'performance' ? performanceSegments(query) : query.segmentBy;
  await (format === 'json' ? writeJson(performanceJson(result)) : writeOut(performanceTable(result, segments)));
  const deciding = result.verdicts.filter(({ gates, objective }) => gates || objective !== null);
  const more = [
    ...result.fairness,
    ...result.budgets.map(({ budget }) => budget),
    ...result.comparisons.map((compared) => compared.verdict),
  ];
  const worst = Math.max(0, ...[...deciding, ...more].map(({ severity }) => severity ?? 0));
  return (failOnDrift && worst === 2) || (failOnWarning === true && worst > 0) ? ExitStatus.failed : ExitStatus.ok;
}

async function reportQuality(
  result: QualityResult,
  { query, format, failOnDrift, failOnWarning, timed }: Omit<ReportOptions, 'detail'>
): Promise<ExitCode> {
  await (format === 'json'
    ? writeJson(qualityJson(result, timed === true ? query.segmentBy : null))
    : writeOut(qualityTable(result, query.segmentBy)));
  const worst = Math.max(0, ...result.verdicts.map(({ severity }) => severity ?? 0));
  const isMet = (failOnDrift && worst === 2) || (failOnWarning === true && worst > 0);
  return isMet ? ExitStatus.failed : ExitStatus.ok;
}
