import type { DriftResult, Result } from '../evaluate/Result';
import type { DriftQuery } from '../query/driftQuery';
import type { Query } from '../query/query';
import { alertRows } from './alert/alertRows';
import { writeAlert } from './alert/writeAlert';
import { writeDistribution } from './distribution/writeDistribution';
import { writeDriftAnnotations } from './drift/writeDriftAnnotations';
import { writeDriftSeries } from './drift/writeDriftSeries';
import { writeDriftTable } from './drift/writeDriftTable';
import type { Frame } from './Frame';
import { metaOf, type ResultMeta } from './ResultMeta';
import { withNotices } from './withNotices';

/** Writes a result as the frames of the query's format. README.md in this folder lists every frame and column. */
export function writeFrames(result: Result, query: Query): Frame[] {
  const meta = metaOf(result, query);
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
      return writeAlert(alertRows(result), query.alertValue, meta);
    case 'annotations':
      return [writeDriftAnnotations(result, meta)];
  }
}
