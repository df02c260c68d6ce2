import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { DelayCounts } from '../../outcomes/DelayCounts';
import { plainText } from '../../distribution/cell/plainText';
import { delayCurves } from '../../statistics/performance/delay/delayCurve';
import { knownShares } from '../../statistics/performance/delay/knownShares';
import { type KnownShare, weightLabels } from '../../statistics/performance/delay/weightLabels';
import type { Block } from './OutcomeWindows';

const HALF_A_DAY = 43_200_000;

/** Share of labels known at an age, by predicted class; null where no delays tell it. */
export function knownShareOf(delays: DelayCounts | undefined): KnownShare | null {
  const curves = delays && delayCurves(delays);
  return !curves || curves.all === null ? null : knownShares(curves.all, curves.byPredicted);
}

/**
 * A window whose labels are still to come, with each label weighted by how many of its age and predicted class are known:
 * labels that come early would else stand for all. To be shown, never judged. Null where that can't be told.
 */
export function weightYoung(
  blocks: readonly Block[],
  known: KnownShare,
  asOf: number,
  implied: string | undefined
): Block[] | null {
  // From the middle of the day on which they were made.
  const parts = blocks.map(({ block, outcomes }) => ({ age: asOf - block - HALF_A_DAY, outcomes }));
  const confusion =
    blocks.length === 0 ? null : weightLabels(parts, known, implied === undefined ? undefined : plainText(implied));
  if (confusion === null) {
    return null;
  }
  const merged = mergeOutcomes(blocks.map(({ outcomes }) => outcomes));
  return [{ block: blocks[0].block, outcomes: { ...merged, confusion, unlabelled: new Map() } }];
}
