import type { VolumeWord } from '../../verdict/volume/VolumeVerdict';

interface Shown {
  readonly text: string;
  readonly color: string;
}

/** How each verdict is shown, with the names of Grafana's colors. */
export const VOLUME_SHOWN: Readonly<Record<VolumeWord, Shown>> = {
  alarm: { text: 'alarm', color: 'red' },
  warning: { text: 'warning', color: 'orange' },
  normal: { text: 'normal', color: 'green' },
  insufficient_data: { text: 'insufficient data', color: 'text' },
  undefined: { text: 'undefined', color: 'text' },
};

/** Grafana's value mappings for the column `verdict`. */
export const VOLUME_MAPPINGS = [{ type: 'value', options: VOLUME_SHOWN }] as const;

/** Grafana's value mappings for a severity. */
export const SEVERITY_MAPPINGS = [
  { type: 'value', options: { 0: VOLUME_SHOWN.normal, 1: VOLUME_SHOWN.warning, 2: VOLUME_SHOWN.alarm } },
  { type: 'special', options: { match: 'null', result: { text: 'undecided', color: 'text' } } },
] as const;
