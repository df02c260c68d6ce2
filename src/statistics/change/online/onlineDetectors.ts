import { Adwin } from './Adwin';
import { Cusum } from './Cusum';
import { Ddm } from './Ddm';
import { Eddm } from './Eddm';
import { HddmA } from './HddmA';
import { HddmW } from './HddmW';
import { Kswin } from './Kswin';
import type { OnlineDetector } from './OnlineDetector';
import { PageHinkley } from './PageHinkley';

export const DETECTOR_NAMES = ['adwin', 'page_hinkley', 'kswin', 'cusum', 'ddm', 'eddm', 'hddm_a', 'hddm_w'] as const;
export type DetectorName = (typeof DETECTOR_NAMES)[number];

/** Each with the settings of its publication, which are River's defaults; `ddm`, `eddm` take errors, 0 or 1. */
export function onlineDetector(name: DetectorName): OnlineDetector {
  switch (name) {
    case 'adwin':
      return new Adwin();
    case 'page_hinkley':
      return new PageHinkley();
    case 'kswin':
      return new Kswin();
    case 'cusum':
      return new Cusum();
    case 'ddm':
      return new Ddm();
    case 'eddm':
      return new Eddm();
    case 'hddm_a':
      return new HddmA(true);
    case 'hddm_w':
      return new HddmW(true);
  }
}

/** Places of the values after which a detector gives an alarm. */
export function alarmsOf(detector: OnlineDetector, values: readonly number[]): number[] {
  return values.flatMap((value, place) => (detector.update(value) ? [place] : []));
}
