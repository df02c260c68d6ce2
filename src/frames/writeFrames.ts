import type {
  ChangeResult,
  DriftResult,
  ExplainResult,
  PerformanceResult,
  Result,
  VersionsResult,
  VolumeResult,
} from '../evaluate/Result';
import type { ChangeQuery } from '../query/changeQuery';
import type { DriftQuery } from '../query/driftQuery';
import type { ExplainQuery } from '../query/explainQuery';
import type { PerformanceQuery } from '../query/performanceQuery';
import type { Query } from '../query/query';
import type { VersionsQuery } from '../query/versionsQuery';
import type { VolumeQuery } from '../query/volumeQuery';
import { alertRows } from './alert/alertRows';
import { writeAlert } from './alert/writeAlert';
import { writeAuditEpisodes } from './audit/writeAuditEpisodes';
import { writeAuditTable } from './audit/writeAuditTable';
import { causeAlertRows, writeCauses } from './causes/writeCauses';
import { changeAlertRows } from './change/changeAlertRows';
import { writeChangeAnnotations } from './change/writeChangeAnnotations';
import { writeChangeSeries } from './change/writeChangeSeries';
import { writeChangeTable } from './change/writeChangeTable';
import { writeDistribution } from './distribution/writeDistribution';
import { writeDriftAnnotations } from './drift/writeDriftAnnotations';
import { writeDriftSeries } from './drift/writeDriftSeries';
import { writeDriftTable } from './drift/writeDriftTable';
import type { Frame } from './Frame';
import { metaOf, type ResultMeta } from './ResultMeta';
import { performanceAlertRows } from './performance/performanceAlertRows';
import { performanceSegments } from '../query/performanceSegments';
import { writeFairnessTable } from './performance/writeFairnessTable';
import { writePerformanceAnnotations } from './performance/writePerformanceAnnotations';
import { writePerformanceSeries } from './performance/writePerformanceSeries';
import { writePerformanceTable } from './performance/writePerformanceTable';
import { writeQuality } from './quality/writeQuality';
import { versionAlertRows } from './versions/versionAlertRows';
import { writeVersionAnnotations } from './versions/writeVersionAnnotations';
import { writeVersionSeries } from './versions/writeVersionSeries';
import { writeVersionTable } from './versions/writeVersionTable';
import { volumeAlertRows } from './volume/volumeAlertRows';
import { writeVolumeAnnotations } from './volume/writeVolumeAnnotations';
import { writeVolumeSeries } from './volume/writeVolumeSeries';
import { writeVolumeTable } from './volume/writeVolumeTable';
import { withNotices } from './withNotices';

/** Writes a result as the frames of the query's format. README.md in this folder lists every frame and column. */
export function writeFrames(result: Result, query: Query): Frame[] {
  const meta = metaOf(result, query);
  const frames = framesOf(result, query, meta);
  return withNotices(frames, result.notices);
}

function framesOf(result: Result, query: Query, meta: ResultMeta): Frame[] {
  if (result.kind === 'distribution') {
    return result.features.map((distributions) => writeDistribution(distributions, meta));
  }
  if (result.kind === 'audit') {
    return [writeAuditTable(result, meta), writeAuditEpisodes(result, meta)];
  }
  if (result.kind === 'quality') {
    return query.kind === 'quality' ? writeQuality(result, query, meta) : [];
  }
  if (result.kind === 'change') {
    return query.kind === 'change' ? writeChange(result, query, meta) : [];
  }
  if (result.kind === 'explain') {
    return query.kind === 'explain' ? writeExplain(result, query, meta) : [];
  }
  if (result.kind === 'drift') {
    return query.kind === 'drift' ? writeDrift(result, query, meta) : [];
  }
  return framesOverTime(result, query, meta);
}

/** Of kinds that follow calls, versions, and predictions, and compare no distributions. */
function framesOverTime(
  result: VersionsResult | PerformanceResult | VolumeResult,
  query: Query,
  meta: ResultMeta
): Frame[] {
  if (result.kind === 'volume') {
    return query.kind === 'volume' ? writeVolume(result, query, meta) : [];
  }
  if (result.kind === 'versions') {
    return query.kind === 'versions' ? writeVersions(result, query, meta) : [];
  }
  return query.kind === 'performance' ? writePerformance(result, query, meta) : [];
}

function writePerformance(result: PerformanceResult, query: PerformanceQuery, own: ResultMeta): Frame[] {
  const meta = { ...own, segmentBy: performanceSegments(query) };
  switch (query.format) {
    case 'table':
      return [
        writePerformanceTable(result, meta),
        ...(query.fairness === undefined ? [] : [writeFairnessTable(result, meta)]),
      ];
    case 'timeseries':
      return writePerformanceSeries(result, meta);
    case 'alert':
      return writeAlert(performanceAlertRows(result), query.alertValue, meta);
    case 'annotations':
      return [writePerformanceAnnotations(result, meta)];
  }
}

function writeVersions(result: VersionsResult, query: VersionsQuery, meta: ResultMeta): Frame[] {
  switch (query.format) {
    case 'table':
      return [writeVersionTable(result, meta)];
    case 'timeseries':
      return writeVersionSeries(result, meta);
    case 'alert':
      return writeAlert(versionAlertRows(result), query.alertValue, meta);
    case 'annotations':
      return [writeVersionAnnotations(result, meta)];
  }
}

function writeChange(result: ChangeResult, query: ChangeQuery, meta: ResultMeta): Frame[] {
  switch (query.format) {
    case 'table':
      return [writeChangeTable(result, meta)];
    case 'timeseries':
      return writeChangeSeries(result, meta);
    case 'alert':
      return writeAlert(changeAlertRows(result), query.alertValue, meta);
    case 'annotations':
      return [writeChangeAnnotations(result, meta)];
  }
}

function writeExplain(result: ExplainResult, { format, alertValue }: ExplainQuery, meta: ResultMeta): Frame[] {
  return format === 'alert' ? writeAlert(causeAlertRows(result), alertValue, meta) : [writeCauses(result, meta)];
}

function writeVolume(result: VolumeResult, query: VolumeQuery, meta: ResultMeta): Frame[] {
  switch (query.format) {
    case 'table':
      return [writeVolumeTable(result, meta)];
    case 'timeseries':
      return writeVolumeSeries(result, meta);
    case 'alert':
      return writeAlert(volumeAlertRows(result), query.alertValue, meta);
    case 'annotations':
      return [writeVolumeAnnotations(result, meta)];
  }
}

function writeDrift(result: DriftResult, query: DriftQuery, meta: ResultMeta): Frame[] {
  switch (query.format) {
    case 'table':
      return [writeDriftTable(result, meta, query.detail)];
    case 'timeseries':
      return writeDriftSeries(result, meta, query.tests);
    case 'alert':
      return writeAlert(alertRows(result), query.alertValue, meta);
    case 'annotations':
      return [writeDriftAnnotations(result, meta)];
    case 'audit':
      // Its result is one of its own.
      return [];
  }
}
