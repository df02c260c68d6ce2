/** Online detectors, offered for comparison. Definitions: src/statistics/change/online. */
export const DETECTOR_NAMES = ['adwin', 'page_hinkley', 'kswin', 'cusum', 'ddm', 'eddm', 'hddm_a', 'hddm_w'] as const;
export type DetectorName = (typeof DETECTOR_NAMES)[number];
