import { AppEvents } from '@grafana/data';
import { getAppEvents, locationService } from '@grafana/runtime';
import type { Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { Resources } from '../resources';
import { t } from '../text';
import { dataTimes } from './dataTimes';
import { timeWithData } from './timeWithData';
import type { OpeningTime } from './VariableQuery';

const BASELINE = { 'var-baseline_from': 'baselineFrom', 'var-baseline_to': 'baselineTo' } as const;
/** A change of the address in the moment in which a variable of the dashboard gets its value can go unnoticed. */
const AGAIN_MS = 250;
const TRIES = 40;
/** Dashboards with what they show that were moved since the page was loaded: whoever goes back to that range gets it. */
const moved = new Set<string>();
/** Those that have not been seen in their new range yet. */
const underWay = new Set<string>();

/**
 * Moves a dashboard that still has the time range with which it is delivered, where the selected data has nothing in that
 * range, to the newest data: once. A range that somebody chose stays, and so does a baseline.
 */
export async function openAtData(
  opening: OpeningTime,
  selection: Selection,
  range: TimeRange | null,
  resources: Resources
): Promise<void> {
  const key = JSON.stringify([locationService.getLocation().pathname, resources.uid, selection]);
  if (range?.from !== Date.parse(opening.from) || range.to !== Date.parse(opening.to)) {
    underWay.delete(key);
    return;
  }
  const times = moved.has(key) || !isShown() ? null : await dataTimes(selection, resources);
  // The address may have changed while the store was asked.
  if (times === null || !(await times.lacks(range)) || !isShown() || moved.has(key)) {
    return;
  }
  moved.add(key);
  underWay.add(key);
  const isBaselineChosen = choosesBaseline(opening);
  const parts = [...new URLSearchParams(timeWithData(times.bounds).value)].filter(
    ([name]) => !(isBaselineChosen && name in BASELINE)
  );
  move(key, Object.fromEntries(parts), TRIES);
  getAppEvents().publish({ type: AppEvents.alertInfo.name, payload: [title(), text(isBaselineChosen)] });
}

function choosesBaseline(opening: OpeningTime): boolean {
  const search = locationService.getSearch();
  return Object.entries(BASELINE).some(([name, of]) => ![null, '', opening[of]].includes(search.get(name)));
}

/** Writes the address until the dashboard has read it, or somebody has changed it. */
function move(key: string, parts: Readonly<Record<string, string>>, tries: number): void {
  locationService.partial(parts, true);
  const { pathname } = locationService.getLocation();
  setTimeout(() => {
    const isOurs =
      locationService.getLocation().pathname === pathname && locationService.getSearch().get('from') === parts.from;
    if (underWay.has(key) && isOurs && tries > 1) {
      move(key, parts, tries - 1);
    } else {
      underWay.delete(key);
    }
  }, AGAIN_MS);
}

/** A dashboard that is looked at: not its settings, nor a panel within another page. */
function isShown(): boolean {
  return /^\/d\//.test(locationService.getLocation().pathname) && !locationService.getSearch().has('editview');
}

function title(): string {
  return t('opened.title', 'Time range set to the newest data');
}

function text(isBaselineChosen: boolean): string {
  return isBaselineChosen
    ? t('opened.range', "The selected data has nothing in this dashboard's own time range.")
    : t(
        'opened.both',
        "The selected data has nothing in this dashboard's own time range. The baseline is the data before it."
      );
}
