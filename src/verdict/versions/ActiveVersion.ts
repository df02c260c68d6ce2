import type { Presence } from './Presence';
import { versionedCalls } from './versionedCalls';
import type { VersionChange, VersionWindow } from './VersionTrace';

/** Standard deviations of an even split by which a version must lead to take over: an A/B test at 50% stays as it is. */
const LEAD = 4;

/** The version with more than half of the calls; it stays active until another has, or it vanishes. */
export class ActiveVersion {
  readonly changes: VersionChange[] = [];
  version: string | null = null;
  since: number | null = null;
  /** Whether it was active from the first window on that decides. */
  isLonger = false;
  /** All that were active. */
  private readonly former = new Set<string>();
  private latest: string | null = null;
  private decided = false;

  /** Takes the next window that has calls, after `presence` did. */
  follow(one: VersionWindow, decides: boolean, presence: Presence): void {
    if (this.version !== null && !presence.has(this.version)) {
      [this.version, this.since, this.isLonger] = [null, null, false];
    }
    if (!decides) {
      return;
    }
    const leader = this.leaderOf(one);
    if (leader !== null && leader.version !== this.version) {
      this.take(one, leader);
    }
    this.decided = true;
  }

  private take({ window }: VersionWindow, { version, share }: Leader): void {
    const previous = this.latest;
    // The same one again, after it had vanished, has taken nothing over.
    if (this.decided && version !== previous) {
      const kind = this.former.has(version) ? 'rolled_back' : 'took_over';
      this.changes.push({ kind, version, previous, time: window.from, noticed: window.to, share });
    }
    this.former.add(version);
    this.latest = version;
    [this.version, this.since, this.isLonger] = [version, window.from, !this.decided];
  }

  /** More than half is enough where no version is active; to take over, by more than chance makes of an even split. */
  private leaderOf(one: VersionWindow): Leader | null {
    const all = versionedCalls(one);
    const lead = this.version === null ? 0 : LEAD * Math.sqrt(all);
    const found = [...one.byVersion].find(([, calls]) => 2 * calls - all > lead);
    return found === undefined ? null : { version: found[0], share: found[1] / all };
  }
}

interface Leader {
  readonly version: string;
  readonly share: number;
}
