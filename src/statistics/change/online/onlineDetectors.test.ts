import online from '../../../../tests/fixtures/statistics/online.json';
import { Adwin } from './Adwin';
import { Cusum } from './Cusum';
import { Ddm } from './Ddm';
import { Eddm } from './Eddm';
import { HddmA } from './HddmA';
import { HddmW } from './HddmW';
import { Kswin } from './Kswin';
import { DETECTOR_NAMES } from '../../../query/detectorNames';
import { alarmsOf, onlineDetector, whyNoDetector } from './onlineDetectors';
import { PageHinkley } from './PageHinkley';

const DETECTORS = {
  adwin: () => new Adwin(),
  page_hinkley: () => new PageHinkley(),
  page_hinkley_8: () => new PageHinkley({ threshold: 8 }),
  kswin: () => new Kswin({ windowSize: 60, sampleSize: 30 }),
  ddm: () => new Ddm(),
  eddm: () => new Eddm(),
  hddm_a: () => new HddmA(),
  hddm_a_both: () => new HddmA(true),
  hddm_w: () => new HddmW(),
  hddm_w_both: () => new HddmW(true),
};

const cases = online.streams.flatMap(({ name, values, alarms }) =>
  Object.entries(alarms).map(([detector, places]) => ({ name, detector, values, places }))
);

describe('online detectors', () => {
  it.each(cases)('$detector gives the alarms that River gives: $name', ({ detector, values, places }) => {
    const make = DETECTORS[detector as keyof typeof DETECTORS];
    expect(alarmsOf(make(), values)).toEqual(places);
  });

  it('has alarms to compare of each', () => {
    for (const detector of Object.keys(DETECTORS)) {
      const found = cases.filter((one) => one.detector === detector).flatMap(({ places }) => places);
      expect([detector, found.length > 0]).toEqual([detector, true]);
    }
  });

  it('gives an alarm of CUSUM where the sum of what exceeds half a deviation reaches five', () => {
    // Mean 0, deviation 1.0171 of the first 30; then 2: (2/1.0171 − .5) · 4 = 5.87 > 5 at the fourth.
    const first = Array.from({ length: 30 }, (_, k) => (k % 2 === 0 ? 1 : -1));
    expect(alarmsOf(new Cusum(), [...first, 2, 2, 2, 2, 2])).toEqual([33]);
    expect(alarmsOf(new Cusum(), [...first, -2, -2, -2, -2])).toEqual([33]);
    expect(alarmsOf(new Cusum(), [...first, ...first])).toEqual([]);
  });

  it('says which values a detector can not look at', () => {
    expect(whyNoDetector('ddm', [0, 0.5])).toBeUndefined();
    expect(whyNoDetector('hddm_a', [0, 1.5])).toBe('takes values from 0 to 1');
    expect(whyNoDetector('eddm', [0, 0.5])).toBe('takes errors, 0 or 1');
    expect(whyNoDetector('cusum', [-7])).toBeUndefined();
  });

  it('makes each by its name', () => {
    const values = Array.from({ length: 300 }, (_, k) => Number(k % 10 === 0));
    for (const name of DETECTOR_NAMES) {
      expect([name, alarmsOf(onlineDetector(name), values)]).toEqual([name, []]);
    }
  });
});
