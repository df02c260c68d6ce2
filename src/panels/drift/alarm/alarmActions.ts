import type { PanelData } from '@grafana/data';
import type { MapCell, MapRow } from '../model/DriftMap';
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

/** A mark is of all windows in alarm around the one that was clicked, from the change on where it is known. */
function markedAlarm(
  { cells, column }: Pick<MapRow, 'cells'> & { readonly column: number },
  of: string,
  since: ChangePoint | null,
  panel: MarkedAlarm['panel']
): MarkedAlarm {
  const isQuiet = (one: MapCell | undefined) => one === undefined || !isAlarm(one);
  const first = cells.findLastIndex((one, index) => index < column && isQuiet(one)) + 1;
  const next = cells.findIndex((one, index) => index > column && isQuiet(one));
  const [start, end] = [cells[first]?.row, cells[(next < 0 ? cells.length : next) - 1]?.row];
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

function isAlarm({ row }: MapCell): boolean {
  return row.severity !== null && row.severity >= 1;
}

/** Absent in Explore, and in a dashboard that is not saved yet. */
function panelOf({ request }: PanelData, id: number): MarkedAlarm['panel'] {
  const { dashboardUID } = request ?? {};
  return dashboardUID === undefined || dashboardUID === '' ? undefined : { dashboardUid: dashboardUID, id };
}
