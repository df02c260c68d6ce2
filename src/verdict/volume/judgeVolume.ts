import { countsEvents, type Measure } from '../../query/measure';
import type { VolumeDecision } from '../../query/volumeQuery';
import { countNoise } from '../../statistics/volume/countNoise';
import { medianOf } from '../../statistics/volume/medianOf';
import { robustSpread } from '../../statistics/volume/robustSpread';
import type { Severity } from '../Verdict';
import { type Band, bandOf, scoreOf, type Thresholds } from './bandOf';
import type { VolumeFigures, VolumeReason, VolumeVerdict, VolumeWord } from './VolumeVerdict';

/** A value and those of the past windows; null where a window has no data. */
export interface VolumeCase {
  readonly segment: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly past: ReadonlyArray<number | null>;
}

/** With fewer past windows a spread says nothing. */
export const FEWEST_FOR_Z = 4;

const WORDS: Readonly<Record<2 | 1 | 0, VolumeWord>> = { 2: 'alarm', 1: 'warning', 0: 'normal' };

/** Whether a value is off from what the past windows let expect. Definitions: docs/volume.md. */
export function judgeVolume(
  measure: Measure,
  { segment, value, past }: VolumeCase,
  decision: VolumeDecision
): VolumeVerdict {
  const isZero = decision.absent === 'zero';
  const known = past.map((one) => (isZero ? (one ?? 0) : one)).filter((one) => one !== null);
  const now = isZero ? (value ?? 0) : value;
  const counts = countsEvents(measure);
  const thresholds = thresholdsOf(measure, decision, counts);
  const expected = medianOf(known);
  const spread = known.length < FEWEST_FOR_Z ? null : spreadOf(known, expected ?? 0, counts);
  const chance = counts && expected !== null && expected >= 0 ? chanceOf(known, expected, decision) : null;
  const band = expected === null ? null : bandOf({ expected, spread, chance }, thresholds);
  const base = { ...figures(now, expected, spread, band, thresholds, counts), past: known.length, asked: past.length };
  const result = { measure: measure.name, segment, counts, ...base };
  const undecided = whyUndecided(base, thresholds, counts, isEnough(known.length, past.length));
  if (undecided !== null || band === null || expected === null || now === null) {
    const reason = undecided ?? 'few_past';
    const verdict = reason === 'no_spread' || reason === 'nothing_expected' ? 'undefined' : 'insufficient_data';
    return { ...result, score: null, verdict, severity: null, reason };
  }
  const { direction } = thresholds;
  const score = scoreOf(now, expected, band.low, band.high, direction);
  const beforeChance = scoreOf(now, expected, band.lowBeforeChance, band.highBeforeChance, direction);
  const severity = severityOf(now, expected, band, decision, thresholds, { expected, spread, chance });
  const reason: VolumeReason = severity > 0 ? 'off' : beforeChance >= 1 ? 'within_noise' : 'within';
  return { ...result, score, verdict: WORDS[severity], severity, reason };
}

function thresholdsOf(measure: Measure, decision: VolumeDecision, counts: boolean): Thresholds {
  return {
    direction: measure.direction ?? decision.direction,
    deviation: measure.deviation === undefined ? decision.deviation : measure.deviation,
    z: measure.z === undefined ? decision.z : measure.z,
    noise: counts ? decision.noise : 0,
  };
}

/** Counts differ by chance alone, however alike the past windows happen to be. */
function spreadOf(past: readonly number[], expected: number, counts: boolean): number {
  const own = robustSpread(past) ?? 0;
  return counts && expected > 0 ? Math.max(own, Math.sqrt(expected)) : own;
}

/** The past windows tell how much more than Poisson's the variance is, where there are enough of them. */
function chanceOf(past: readonly number[], expected: number, { overdispersion }: VolumeDecision): number {
  const spread = past.length < FEWEST_FOR_Z ? null : robustSpread(past);
  const seen = spread === null || expected === 0 ? 1 : spread ** 2 / expected;
  return countNoise(past.length, Math.max(overdispersion, seen));
}

/** Of the past windows at least half must have data: fewer are not the baseline that was asked for. */
function isEnough(known: number, asked: number): boolean {
  return known > 0 && 2 * known >= asked;
}

function figures(
  value: number | null,
  expected: number | null,
  spread: number | null,
  band: Band | null,
  { direction }: Thresholds,
  counts: boolean
): Omit<VolumeFigures, 'past' | 'asked'> {
  const difference = value === null || expected === null ? null : value - expected;
  const low = band === null || !Number.isFinite(band.low) ? null : band.low;
  const high = band === null || !Number.isFinite(band.high) ? null : band.high;
  return {
    value,
    expected,
    spread,
    low: low === null || direction === 'above' ? null : counts ? Math.max(0, low) : low,
    high: direction === 'below' ? null : high,
    deviation: difference === null || !expected ? null : difference / Math.abs(expected),
    z: difference === null || !spread ? null : difference / spread,
  };
}

function whyUndecided(
  { value, expected, past, spread }: VolumeFigures,
  { deviation, z, noise }: Thresholds,
  counts: boolean,
  enough: boolean
): VolumeReason | null {
  if (!enough) {
    return 'few_past';
  }
  if (value === null) {
    return 'no_value';
  }
  if (z !== null && past < FEWEST_FOR_Z) {
    return 'few_for_z';
  }
  if (z !== null && spread === 0 && deviation === null) {
    return 'no_spread';
  }
  // A share of nothing is no threshold; chance tells whether so many come where none did.
  const isShareAlone = deviation !== null && !(z !== null && spread) && !(counts && noise > 0);
  return expected === 0 && isShareAlone && value !== 0 ? 'nothing_expected' : null;
}

function severityOf(
  value: number,
  expected: number,
  band: Band,
  { warnAt }: VolumeDecision,
  thresholds: Thresholds,
  expectation: Parameters<typeof bandOf>[0]
): NonNullable<Severity> {
  const { direction, deviation, z } = thresholds;
  if (scoreOf(value, expected, band.low, band.high, direction) >= 1) {
    return 2;
  }
  const lower = { ...thresholds, deviation: deviation && deviation * warnAt, z: z && z * warnAt };
  const warning = bandOf(expectation, lower);
  return warnAt < 1 && scoreOf(value, expected, warning.low, warning.high, direction) >= 1 ? 1 : 0;
}
