import type { QualityResult } from '../../evaluate/Result';
import type { QualityQuery } from '../../query/qualityQuery';
import { alertRows } from '../alert/alertRows';
import { writeAlert } from '../alert/writeAlert';
import type { Frame } from '../Frame';
import type { ResultMeta } from '../ResultMeta';
import { writeQualityAnnotations } from './writeQualityAnnotations';
import { writeQualitySeries } from './writeQualitySeries';
import { writeQualityTable } from './writeQualityTable';

export function writeQuality(result: QualityResult, query: QualityQuery, meta: ResultMeta): Frame[] {
  switch (query.format) {
    case 'table':
      return [writeQualityTable(result, meta, query.detail)];
    case 'timeseries':
      return writeQualitySeries(result, meta, query.series);
    case 'alert':
      return writeAlert(alertRows(result, query), query.alertValue, meta);
    case 'annotations':
      return [writeQualityAnnotations(result, meta)];
  }
}
