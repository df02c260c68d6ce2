import { countsEvents, type Measure } from '../../query/measure';
import type { VolumeDecision } from '../../query/volumeQuery';
import { countNoise } from '../../statistics/volume/countNoise';
import { medianOf } from '../../statistics/volume/medianOf';
import { robustSpread } from '../../statistics/volume/robustSpread';
import { type Band, bandOf, type Expectation, scoreOf, type Thresholds } from './bandOf';
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
export function judgeVolume(measure: Measure, asked: VolumeCase, decision: VolumeDecision): VolumeVerdict {
  const { segment, value, known } = present(asked, decision);
  const counts = countsEvents(measure);
  const thresholds = thresholdsOf(measure, decision, counts);
  const expected = medianOf(known);
  const expectation = expected === null ? null : expectationOf(known, expected, counts, decision);
  const band = expectation === null ? null : bandOf(expectation, thresholds);
  const own = { past: known.length, asked: asked.past.length };
  const base = { ...figures(value, expectation, band, thresholds, counts), ...own };
  const result = { measure: measure.name, segment, counts, ...base };
  const undecided = whyUndecided(base, thresholds, counts);
  if (undecided !== null || band === null || expectation === null || value === null) {
    const reason = undecided ?? 'few_past';
    const verdict = reason === 'no_spread' || reason === 'nothing_expected' ? 'undefined' : 'insufficient_data';
    return { ...result, score: null, verdict, severity: null, reason };
  }
  const { direction } = thresholds;
  const score = scoreOf(value, expectation.expected, band.low, band.high, direction);
  const beforeChance = scoreOf(value, expectation.expected, band.lowBeforeChance, band.highBeforeChance, direction);
  const severity = score >= 1 ? 2 : isWarning(value, expectation, thresholds, decision) ? 1 : 0;
  const reason: VolumeReason = severity > 0 ? 'off' : beforeChance >= 1 ? 'within_noise' : 'within';
  return { ...result, score, verdict: WORDS[severity], severity, reason };
}

/** What has data; no data are a 0 where the decision says so. */
function present({ segment, value, past }: VolumeCase, { absent }: VolumeDecision) {
  const read = (one: number | null) => (absent === 'zero' ? (one ?? 0) : one);
  return { segment, value: read(value), known: past.map(read).filter((one) => one !== null) };
}

function expectationOf(
  known: readonly number[],
  expected: number,
  counts: boolean,
  decision: VolumeDecision
): Expectation {
  return {
    expected,
    spread: known.length < FEWEST_FOR_Z ? null : spreadOf(known, expected, counts),
    chance: counts && expected >= 0 ? chanceOf(known, expected, decision) : null,
  };
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

function figures(
  value: number | null,
  expectation: Expectation | null,
  band: Band | null,
  { direction }: Thresholds,
  counts: boolean
): Omit<VolumeFigures, 'past' | 'asked'> {
  const { expected, spread } = expectation ?? { expected: null, spread: null };
  const difference = value === null || expected === null ? null : value - expected;
  const over = (size: number | null) => (difference === null || !size ? null : difference / size);
  return {
    value,
    expected,
    spread,
    ...edgesOf(band, direction, counts),
    deviation: over(expected === null ? null : Math.abs(expected)),
    z: over(spread),
  };
}

function edgesOf(band: Band | null, direction: Thresholds['direction'], counts: boolean) {
  if (band === null || !Number.isFinite(band.low) || !Number.isFinite(band.high)) {
    return { low: null, high: null };
  }
  return {
    low: direction === 'above' ? null : counts ? Math.max(0, band.low) : band.low,
    high: direction === 'below' ? null : band.high,
  };
}

function whyUndecided(
  { value, expected, past, asked, spread }: VolumeFigures,
  { deviation, z, noise }: Thresholds,
  counts: boolean
): VolumeReason | null {
  // Fewer than half of the past windows are not the baseline that was asked for.
  if (past === 0 || 2 * past < asked) {
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
  return expected === 0 && value !== 0 && isShareAlone() ? 'nothing_expected' : null;

  /** A share of nothing is no threshold; a spread is one, and chance tells whether so many come where none did. */
  function isShareAlone(): boolean {
    return !(z !== null && spread) && !(counts && noise > 0);
  }
}

function isWarning(
  value: number,
  expectation: Expectation,
  thresholds: Thresholds,
  { warnAt }: VolumeDecision
): boolean {
  const { direction, deviation, z } = thresholds;
  const lower = { ...thresholds, deviation: deviation && deviation * warnAt, z: z && z * warnAt };
  const { low, high } = bandOf(expectation, lower);
  return warnAt < 1 && scoreOf(value, expectation.expected, low, high, direction) >= 1;
}
