import type { Cause } from './Cause';

/** Explained shares this near to each other are alike. */
const ALIKE = 0.02;

/**
 * Those that explain most first; then what explains nothing by itself. Where the mix of a field explains the drift, each of
 * several slices that changed their share seems to explain it too: such slices stand behind the mix, unless one alone
 * explains it, or what is inside it drifted.
 */
export function rankCauses(causes: readonly Cause[]): Cause[] {
  const weights = new Map(causes.map((cause) => [cause, weightOf(cause, causes)]));
  const order = new Map(causes.map((cause, at) => [cause, at]));
  return [...causes].sort((a, b) => {
    const [first, second] = [weights.get(a) ?? 0, weights.get(b) ?? 0];
    return Math.abs(first - second) > 1e-9 ? second - first : (order.get(a) ?? 0) - (order.get(b) ?? 0);
  });
}

const LAST: Readonly<Record<Cause['kind'], number>> = {
  slice: -1,
  mix: -1,
  version: -1,
  unit: -2,
  missing: -3,
  volume: -4,
  co_drift: -5,
};

function weightOf(cause: Cause, all: readonly Cause[]): number {
  if (cause.explained === null) {
    return LAST[cause.kind];
  }
  const mix = mixOf(cause, all);
  return mix === undefined ? cause.explained : Math.min(cause.explained, (mix.explained ?? 0) - ALIKE);
}

/** The mix that a slice only seems to explain the drift by; undefined where it explains it itself. */
export function mixOf(cause: Cause, all: readonly Cause[]): Cause | undefined {
  if (!isSlice(cause) || isOneSided(cause) || (cause.within?.severity ?? 0) > 0) {
    return undefined;
  }
  const mix = all.find(({ kind, field }) => kind === 'mix' && field === cause.field);
  const share = mix?.explained ?? 0;
  if (mix === undefined || share <= (cause.explained ?? 0) / 2) {
    return undefined;
  }
  const rivals = all.filter((one) => isSlice(one) && one.field === cause.field && (one.explained ?? 0) >= share / 2);
  return rivals.length > 1 || !rivals.includes(cause) ? mix : undefined;
}

function isSlice({ kind }: Cause): boolean {
  return kind === 'slice' || kind === 'version';
}

/** What one side lacks is no part of the mix. */
function isOneSided({ rows }: Cause): boolean {
  return rows?.baseline === 0 || rows?.current === 0;
}
