import type { VersionWindow } from './VersionTrace';
import { versionedCalls } from './versionedCalls';

/** The chance that a version whose share stays as it is is ever said to have vanished, over all windows since it started. */
const ALPHA = 0.01;
/** What a window that was chosen for having three calls may owe to that choice. */
const CHOSEN = 2;
/** So many calls tell a share; older windows may have had another one, as where a canary is ramped up or down. */
const ENOUGH = 20;
/** Until so many pairs of neighboring windows tell whether a version's calls come in bursts, they may come ten at a time. */
const PAIRS = 8;
const BURST = 10;

interface Counted {
  readonly calls: number;
  readonly all: number;
}

/**
 * How long a version may be silent. Of calls that come in any order the last `silent` hold none of `calls` among `before`
 * with a chance of about (before / (before + silent))^calls: it needs no estimate of the share, only that the share stays.
 * Each window that had the version begins a silence of its own, so that the j-th is held against alpha / (j (j + 1)), which
 * sums to alpha however many there are. docs/versions.md has the simulation.
 */
export class Silence {
  lastShare = 0;
  lastSeen = 0;
  private silent = 0;
  private longest = 0;
  private looks = 0;
  /** Windows since the start, up to the last one with a call. */
  private readonly seen: Counted[] = [];
  private missed: Counted[] = [];
  /** What the windows seen say, computed once for each silence. */
  private evidence: readonly Counted[] | null = null;

  /** Takes a window that has calls of the version. */
  hear(one: VersionWindow, calls: number): void {
    const all = versionedCalls(one);
    const counted = this.looks === 0 ? { calls: Math.max(1, calls - CHOSEN), all } : { calls, all };
    this.seen.push(...this.missed, counted);
    this.longest = Math.max(this.longest, this.silent);
    [this.silent, this.missed, this.evidence] = [0, [], null];
    [this.lastShare, this.lastSeen] = [calls / all, one.window.to];
    this.looks++;
  }

  /** Takes a window that has calls, none of them the version's; whether it has vanished. */
  miss(one: VersionWindow): boolean {
    const all = versionedCalls(one);
    this.missed.push({ calls: 0, all });
    this.silent += all;
    this.evidence ??= this.gather();
    const chance = Math.max(...this.evidence.map((counted) => this.chanceAfter(counted)));
    return this.silent > this.longest && chance <= ALPHA / (this.looks * (this.looks + 1));
  }

  private chanceAfter({ calls, all }: Counted): number {
    return Math.pow(all / (all + this.silent), calls);
  }

  /** The calls since the start and the recent ones, as so many independent ones. */
  private gather(): readonly Counted[] {
    const dispersion = this.dispersion();
    return [this.seen, this.recent()].map(sum).map(({ calls, all }) => ({ calls: calls / dispersion, all }));
  }

  private recent(): readonly Counted[] {
    let calls = 0;
    const from = this.seen.findLastIndex((one) => (calls += one.calls) >= ENOUGH);
    return this.seen.slice(Math.max(0, from));
  }

  /**
   * Variance of the calls over what independent calls have, at least 1, by neighboring windows, so that a share that moves
   * slowly does not count as bursts. A version with half of the calls has no such bursts: the others could not fill the gaps.
   */
  private dispersion(): number {
    const { calls, all } = sum(this.seen);
    const share = calls / all;
    if (share >= 0.5) {
      return 1;
    }
    const pairs = this.seen.slice(1).map((one, i) => {
      const before = this.seen[i];
      const difference = one.calls / one.all - before.calls / before.all;
      return difference ** 2 / (share * (1 - share) * (1 / one.all + 1 / before.all));
    });
    const unknown = Math.max(0, PAIRS - pairs.length);
    return Math.max(1, pairs.reduce((total, pair) => total + pair, unknown * BURST) / (pairs.length + unknown));
  }
}

function sum(windows: readonly Counted[]): Counted {
  return windows.reduce((a, b) => ({ calls: a.calls + b.calls, all: a.all + b.all }), { calls: 0, all: 0 });
}
