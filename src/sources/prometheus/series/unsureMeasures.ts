import type { MeasureRequest, MeasureValue, UndecidedMeasure } from '../../Measures';
import type { Held } from '../held/Held';
import { segmentKey } from '../held/HeldFacts';

/** So much of a value may be missing since series begin inside the window. */
const MISSING = 0.1;
const MOST_SHARES = 3;

/** The windows whose values are not what they seem, and what is to be said of the others. */
export function unsureMeasures(
  { measures, windows, segmentBy }: MeasureRequest,
  held: Held,
  values: readonly MeasureValue[],
  beginsLate: boolean
): { readonly undecided: UndecidedMeasure[]; readonly notices: string[] } {
  const undecided: UndecidedMeasure[] = [];
  const notices: string[] = [];
  measures.forEach(({ name, counts }, index) => {
    const own = values.filter(({ measure }) => measure === name);
    const segments = own.length === 0 ? [{}] : [...new Map(own.map(({ segment }) => [keyOf(segment), segment])).values()];
    const entered: number[] = [];
    const shares: number[] = [];
    const doubled = windows.filter((_, window) => held.isDoubled(index, window)).length;
    windows.forEach((_, window) => {
      const missing = beginsLate ? held.missing(index, window) : 0;
      const value = own.filter((one) => one.window === window).reduce((sum, one) => sum + Math.abs(one.value), 0);
      const isDoubled = doubled > 0 && doubled < windows.length && held.isDoubled(index, window);
      for (const segment of segments) {
        const reason =
          held.reason(index, window, segmentKey(segmentBy.map((label) => segment[label] ?? ''))) ??
          (missing > MISSING * (counts === true ? value : held.total(index, window)) && missing >= 1
            ? `Series that begin inside this window had counted ${Math.round(missing).toLocaleString('en-US')} before their first sample, which \`increase\` leaves out: write them to the store from 0 on.`
            : undefined) ??
          (isDoubled ? `In this window everything is counted several times, and in others not: ${held.doubledBy(index)}` : undefined);
        if (reason !== undefined) {
          undecided.push({ measure: name, window, segment, reason });
        }
      }
      if (missing >= 1) {
        entered.push(missing);
      }
      const share = held.least(index, window);
      if (share < 1 && held.isThere(index, window)) {
        shares.push(share);
      }
    });
    if (shares.length > 0) {
      const least = Math.round(100 * Math.min(...shares));
      notices.push(
        `${name}: in ${shares.length} of ${windows.length} windows the series cover only a part of the time, ${least} % at least.`
      );
    }
    if (entered.length > 0) {
      const most = entered.sort((a, b) => b - a).slice(0, MOST_SHARES).map((count) => Math.round(count).toLocaleString('en-US'));
      notices.push(`${name}: what series had counted before their first sample in a window is not in the value: at most ${most[0]}.`);
    }
    if (doubled > 0) {
      notices.push(`${name}: ${held.doubledBy(index)}`);
    }
  });
  return { undecided, notices };
}

function keyOf(segment: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(segment));
}
