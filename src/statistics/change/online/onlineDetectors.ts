import type { DetectorName } from '../../../query/detectorNames';
import { Adwin } from './Adwin';
import { Cusum } from './Cusum';
import { Ddm } from './Ddm';
import { Eddm } from './Eddm';
import { HddmA } from './HddmA';
import { HddmW } from './HddmW';
import { Kswin } from './Kswin';
import type { OnlineDetector } from './OnlineDetector';
import { PageHinkley } from './PageHinkley';

/** Each with the settings of its publication, which are River's defaults. */
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

/** Why a detector can't look at these values; undefined where it can. */
export function whyNoDetector(name: DetectorName, values: readonly number[]): string | undefined {
  if (name === 'eddm' && values.some((value) => value !== 0 && value !== 1)) {
    return 'takes errors, 0 or 1';
  }
  const isOfShares = name === 'ddm' || name === 'hddm_a' || name === 'hddm_w';
  return isOfShares && values.some((value) => value < 0 || value > 1) ? 'takes values from 0 to 1' : undefined;
}
