import type { PerformanceResult, QualityResult, Result, VersionsResult, VolumeResult } from '../evaluate/Result';
import { driftRows } from '../frames/drift/driftRows';
import type { Query } from '../query/query';
import { CommandLineError } from './CommandLineError';
import { distributionJson } from './distributionJson';
import { driftJson } from './driftJson';
import { driftTable } from './driftTable';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { performanceJson } from './performanceJson';
import { performanceTable } from './performanceTable';
import { versionsJson } from './versionsJson';
import { versionsTable } from './versionsTable';
import { volumeJson } from './volumeJson';
import { volumeTable } from './volumeTable';
import { qualityJson } from './qualityJson';
import { qualityTable } from './qualityTable';
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
export async function report(
  result: Result,
  { query, format, detail, failOnDrift, failOnWarning = false, timed = false }: ReportOptions
): Promise<ExitCode> {
  if (result.kind === 'distribution') {
    if (format === 'table') {
      throw new CommandLineError('Distributions have no table format. Use --format json.');
    }
    await writeOut(`${JSON.stringify(distributionJson(result), null, 2)}\n`);
    return ExitStatus.ok;
  }
  if (result.kind === 'versions') {
    return reportVersions(result, { query, format });
  }
  if (result.kind === 'volume') {
    return reportVolume(result, { query, format, failOnDrift });
  }
  if (result.kind === 'performance') {
    return reportPerformance(result, { query, format, failOnDrift, failOnWarning });
  }
  if (result.kind === 'quality') {
    return reportQuality(result, { query, format, failOnDrift, failOnWarning, timed });
  }
  await writeOut(
    format === 'json'
      ? `${JSON.stringify(driftJson(result, timed ? query.segmentBy : null), null, 2)}\n`
      : driftTable(driftRows(result, detail), result, query.segmentBy)
  );
  return failOnDrift && result.verdicts.some(({ verdict }) => verdict === 'drift') ? ExitStatus.failed : ExitStatus.ok;
}

async function reportVersions(
  result: VersionsResult,
  { query, format }: Pick<ReportOptions, 'query' | 'format'>
): Promise<ExitCode> {
  await writeOut(
    format === 'json' ? `${JSON.stringify(versionsJson(result), null, 2)}\n` : versionsTable(result, query.segmentBy)
  );
  return ExitStatus.ok;
}

async function reportVolume(
  result: VolumeResult,
  { query, format, failOnDrift }: Pick<ReportOptions, 'query' | 'format' | 'failOnDrift'>
): Promise<ExitCode> {
  await writeOut(
    format === 'json' ? `${JSON.stringify(volumeJson(result), null, 2)}\n` : volumeTable(result, query.segmentBy)
  );
  return failOnDrift && result.verdicts.some(({ severity }) => severity === 2) ? ExitStatus.failed : ExitStatus.ok;
}

async function reportPerformance(
  result: PerformanceResult,
  { query, format, failOnDrift, failOnWarning }: Omit<ReportOptions, 'detail'>
): Promise<ExitCode> {
  await writeOut(
    format === 'json'
      ? `${JSON.stringify(performanceJson(result), null, 2)}\n`
      : performanceTable(result, query.segmentBy)
  );
  const deciding = result.verdicts.filter(({ gates, objective }) => gates || objective !== null);
  const worst = Math.max(0, ...deciding.map(({ severity }) => severity ?? 0));
  return (failOnDrift && worst === 2) || (failOnWarning === true && worst > 0) ? ExitStatus.failed : ExitStatus.ok;
}

async function reportQuality(
  result: QualityResult,
  { query, format, failOnDrift, failOnWarning, timed }: Omit<ReportOptions, 'detail'>
): Promise<ExitCode> {
  await writeOut(
    format === 'json'
      ? `${JSON.stringify(qualityJson(result, timed === true ? query.segmentBy : null), null, 2)}\n`
      : qualityTable(result, query.segmentBy)
  );
  const worst = Math.max(0, ...result.verdicts.map(({ severity }) => severity ?? 0));
  const isMet = (failOnDrift && worst === 2) || (failOnWarning === true && worst > 0);
  return isMet ? ExitStatus.failed : ExitStatus.ok;
}
