import type { Notice, Result } from '../../evaluate/Result';
import type { AlertValue } from '../../query/alertValue';
import type { CheckName } from '../../query/qualityQuery';
import type { Frame } from '../Frame';
import { metaOf, type ResultMeta } from '../ResultMeta';
import { withNotices } from '../withNotices';
import { causeAlertRows } from '../causes/writeCauses';
import { changeAlertRows } from '../change/changeAlertRows';
import { performanceAlertRows } from '../performance/performanceAlertRows';
import { versionAlertRows } from '../versions/versionAlertRows';
import { volumeAlertRows } from '../volume/volumeAlertRows';
import type { AlertRow } from './AlertRow';
import { alertRows } from './alertRows';
import { writeAlert } from './writeAlert';

/** All that alert rules ask of one result, whichever number they want: small enough to keep for a moment. */
export interface AlertAnswer {
  readonly rows: readonly AlertRow[];
  readonly meta: ResultMeta;
  readonly notices: readonly Notice[];
}

/** What of a query its answer needs. */
interface Asked {
  readonly segmentBy: readonly string[];
  readonly checks?: readonly CheckName[];
}

export function alertAnswer(result: Result, query: Asked): AlertAnswer {
  return {
    rows: rowsOf(result, query),
    meta: metaOf(result, query),
    notices: result.notices,
  };
}

function rowsOf(result: Result, query: Asked): AlertRow[] {
  switch (result.kind) {
    case 'drift':
    case 'quality':
      return alertRows(result, query);
    case 'change':
      return changeAlertRows(result);
    case 'explain':
      return causeAlertRows(result);
    case 'volume':
      return volumeAlertRows(result);
    case 'performance':
      return performanceAlertRows(result);
    case 'versions':
      return versionAlertRows(result);
    case 'audit':
    case 'distribution':
      return [];
  }
}

export function writeAlertAnswer({ rows, meta, notices }: AlertAnswer, value: AlertValue): Frame[] {
  return withNotices(writeAlert(rows, value, meta), notices);
}
