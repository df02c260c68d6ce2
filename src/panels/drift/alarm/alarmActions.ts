import type { PanelData } from '@grafana/data';
import type { MapCell, MapRow } from '../model/DriftMap';
import { segmentKey } from '../model/mapColumns';
import type { ChangePoint } from '../model/readChangePoint';
import type { AlarmActions } from './AlarmDetails';
import { askChangePoint, targetOf } from './askChangePoint';
import { type MarkedAlarm, mayMark, writeMark } from './writeMark';

const NOT_AN_EDITOR = 'Only Editors can mark this alarm.';

/** What a click on a cell offers where windows are held against past ones and this one drifts; undefined elsewhere. */
export function alarmActions(
  data: PanelData,
  { cells }: Pick<MapRow, 'cells'>,
  column: number,
  panelId: number
): AlarmActions | undefined {
  const cell = cells[column];
  if (cell === undefined || cell.row.score_limit == null || !isAlarm(cell)) {
    return undefined;
  }
  const askSince = () => askChangePoint(data, cell);
  const of = marksNameOf(data, cell);
  if (of === null) {
    return { askSince };
  }
  if (!mayMark()) {
    return { askSince, whyNoMarks: NOT_AN_EDITOR };
  }
  return {
    askSince,
    mark: async (mark, since) => {
      const alarm = markedAlarm({ cells, column }, of, since, panelOf(data, panelId));
      await writeMark(mark, alarm);
      return alarm;
    },
  };
}

/** The name that the query's marks are found by, as the back end wrote it; null where it reads none. */
function marksNameOf(data: PanelData, { origin }: MapCell): string | null {
  const { marks } = (data.series[origin.frame]?.meta?.custom ?? {}) as { readonly marks?: { readonly of?: unknown } };
  return typeof marks?.of === 'string' && targetOf(data, origin) !== null ? marks.of : null;
}

/** A mark is of the whole episode, from the change on where it is known. */
function markedAlarm(place: Place, of: string, since: ChangePoint | null, panel: MarkedAlarm['panel']): MarkedAlarm {
  const [start, end] = episodeAround(place);
  const from = start?.time ?? 0;
  return {
    of,
    feature: start?.feature ?? '',
    segment: start?.segment ?? {},
    from: since === null ? from : Math.min(since.time, from),
    to: end?.time_end ?? from,
    ...(panel && { panel }),
  };
}

type Place = Pick<MapRow, 'cells'> & { readonly column: number };

/**
 * The first and the last window in alarm around the one that was clicked. Where segments lie across, the cells beside it are
 * other segments, of which nobody has said anything.
 */
function episodeAround({ cells, column }: Place) {
  const own = segmentKey(cells[column]?.row.segment ?? {});
  const isOutside = (one: MapCell | undefined) =>
    one === undefined || !isAlarm(one) || segmentKey(one.row.segment) !== own;
  const first = cells.findLastIndex((one, index) => index < column && isOutside(one)) + 1;
  const next = cells.findIndex((one, index) => index > column && isOutside(one));
  return [cells[first]?.row, cells[(next < 0 ? cells.length : next) - 1]?.row];
}

function isAlarm({ row }: MapCell): boolean {
  return row.severity !== null && row.severity >= 1;
}

/** Absent in Explore, and in a dashboard that is not saved yet. */
function panelOf({ request }: PanelData, id: number): MarkedAlarm['panel'] {
  const { dashboardUID } = request ?? {};
  return dashboardUID === undefined || dashboardUID === '' ? undefined : { dashboardUid: dashboardUID, id };
}
