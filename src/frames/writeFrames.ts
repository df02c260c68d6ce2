import type { DriftResult, Result } from '../evaluate/Result';
import type { DriftQuery } from '../query/driftQuery';
import type { Query } from '../query/query';
import { writeDistribution } from './distribution/writeDistribution';
import { writeDriftAlert } from './drift/writeDriftAlert';
import { writeDriftAnnotations } from './drift/writeDriftAnnotations';
import { writeDriftSeries } from './drift/writeDriftSeries';
import { writeDriftTable } from './drift/writeDriftTable';
import type { Frame } from './Frame';
import type { ResultMeta } from './ResultMeta';

/** Writes a result as the frames of the query's format. README.md in this folder lists every frame and column. */
export function writeFrames(result: Result, query: Query): Frame[] {
  const meta: ResultMeta = { queryHash: result.queryHash, baseline: result.baseline, segmentBy: query.segmentBy };
  const frames =
    result.kind === 'distribution'
      ? result.features.map((distributions) => writeDistribution(distributions, meta))
      : query.kind === 'drift'
        ? writeDrift(result, query, meta)
        : [];
  return withNotices(frames, result.notices);
}

function writeDrift(result: DriftResult, query: DriftQuery, meta: ResultMeta): Frame[] {
  switch (query.format) {
    case 'table':
      return [writeDriftTable(result, meta, query.detail)];
    case 'timeseries':
      return writeDriftSeries(result, meta, query.tests);
    case 'alert':
      return writeDriftAlert(result, meta);
    case 'annotations':
      return [writeDriftAnnotations(result, meta)];
  }
}

/** Grafana gathers the notices of all frames: the first one carries them. */
function withNotices(frames: Frame[], notices: readonly string[]): Frame[] {
  if (notices.length === 0 || frames.length === 0) {
    return frames;
  }
  const [first, ...others] = frames;
  const shown = notices.map((text) => ({ severity: 'info' as const, text }));
  return [{ ...first, meta: { ...first.meta, notices: shown } }, ...others];
}
