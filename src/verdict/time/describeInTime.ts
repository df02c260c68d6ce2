import { number, percent } from '../figures';
import type { FeatureVerdict } from '../Verdict';

/** What past windows say of the score; empty where a verdict does not rest on them. */
export function againstPast({ overTime, pAdjusted }: FeatureVerdict): string {
  if (overTime === undefined || overTime.score === null || overTime.limit === null) {
    return '';
  }
  const { score, limit, scale, significance, replayed, seasons, observed, promised } = overTime;
  const p = pAdjusted === null ? '' : `, p ${number(pAdjusted)}`;
  const of = scale === null ? '' : ` ${SCALES[scale.kind](scale.length)}`;
  const past =
    significance === 'calibrated'
      ? `${count(observed, 'past window')} of ${number(replayed)} would have alarmed (${number(promised)} expected)`
      : `in the past ${seasons} seasons, the rule would ${times(observed)} (at most ${number(promised)} promised)`;
  return `Score${of} ${number(score)}, limit ${number(limit)}${p}; ${past}.`;
}

const SCALES = {
  level: (windows: number) => (windows === 1 ? 'of this window' : `of the last ${windows} windows`),
  jump: (windows: number) =>
    windows === 1
      ? 'of the change since the window before'
      : `of the last ${windows} windows against the ${windows} before`,
} as const;

function times(found: number): string {
  return found === 0 ? 'not have alarmed' : `have alarmed ${found === 1 ? 'once' : `${number(found)} times`}`;
}

function count(found: number, what: string): string {
  return `${number(found)} ${what}${found === 1 ? '' : 's'}`;
}

/** Nothing unusual: what would have been found. */
export function usual(verdict: FeatureVerdict): string {
  const { smallestDetectable, effect, overTime, reason } = verdict;
  const windows = reason.facts.detectable_windows;
  const lasting =
    typeof windows === 'number' && windows > 1 && overTime?.significance === 'sequential'
      ? `that lasts for ${windows} windows `
      : '';
  const unit =
    effect === 'wasserstein_normed' ? `${number(smallestDetectable)} standard deviations` : percent(smallestDetectable);
  return `Within natural variation. ${againstPast(verdict)} A shift of ${unit} ${lasting}would be detected.`;
}

export function notCalibrated({ overTime, reason: { facts } }: FeatureVerdict): string {
  const found = Number(facts.seasons_found ?? 0);
  const needed = Number(facts.seasons_needed ?? 0);
  return found >= needed
    ? `Not enough history: ${number(facts.windows_replayed)} past windows are too few for a limit${overTime?.significance === 'calibrated' ? ' at this alpha' : ''}.`
    : `Not enough history: ${count(found, 'past season')} with data; ${number(needed)} required.`;
}

export const NO_REFERENCE =
  'Nothing to compare with: fewer than half of the same windows of the seasons before have data.';
