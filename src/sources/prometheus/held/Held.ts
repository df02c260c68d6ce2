import { formatDuration } from '../../../query/duration';
import { type Amount, SHORT } from './heldArms';
import type { HeldFacts } from './HeldFacts';
import type { HeldSelector } from './HeldSelector';
import { LOOKBACK, lookingStep } from './lookingStep';

/** Where the query does not say it. */
const USUAL_COVERAGE = 0.8;
/** A scrape may be late by so much, as Prometheus itself allows where it extrapolates. */
const LATE_SCRAPE = 1.1;
/** Less of the counts than this hangs on a doubt: nothing turns on it. */
const NEGLIGIBLE = 0.01;
/** So much of the counts may be missing of series that begin. */
const MISSING = 0.1;

/** What the windows really hold of a query's selectors. */
export class Held {
  private readonly scrapes = new Map<string, number>();
  private readonly byIndex = new Map<number, string[]>();

  constructor(
    /** By id and window: days that daylight saving makes longer are read over a longer range. */
    private readonly selectors: ReadonlyMap<string, ReadonlyMap<number, HeldSelector>>,
    private readonly facts: HeldFacts,
    private readonly replicaLabels: readonly string[],
    private readonly minimumCoverage = USUAL_COVERAGE
  ) {
    for (const id of selectors.keys()) {
      const index = Number(id.split('/')[0]);
      this.byIndex.set(index, [...(this.byIndex.get(index) ?? []), id]);
    }
  }

  /** Whether any series of the selector has a sample in the window. */
  isThere(index: number, window: number): boolean {
    return this.idsOf(index).some((id) => this.has(id, window));
  }

  /** Whether its last sample came at the window's start or before, though it is seen for some minutes more. */
  endsAtStart(index: number, window: number): boolean {
    return this.idsOf(index).every((id) => {
      const selector = this.selectors.get(id)?.get(window);
      const late = 1000 * (this.facts.cover(id, 'late', window) ?? 0);
      const { range } = selector ?? { range: 0 };
      return range > 2 * LOOKBACK && late + LOOKBACK + lookingStep(range) > range;
    });
  }

  private has(id: string, window: number): boolean {
    return this.facts.cover(id, 'late', window) !== undefined;
  }

  /** Of a feature or a measure: an expression has several selectors. */
  private idsOf(index: number): readonly string[] {
    return this.byIndex.get(index) ?? [];
  }

  /** Whether any series of a feature's selectors came or fell inside a window. */
  hasDoubtsOf(index: number, window: number): boolean {
    return this.idsOf(index).some((id) => this.facts.isDoubtful(id, window));
  }

  /** Whether any series of a selector had counted something before its first sample in a window, inside the window. */
  hasEntered(id: string): boolean {
    return this.facts.hasEntered(id);
  }

  /** Why nothing may be concluded from a window; undefined where its counts are what they seem. */
  reason(index: number, window: number, segment: string): string | undefined {
    for (const id of this.idsOf(index)) {
      const reason = this.reasonOf(id, window, segment);
      if (reason !== undefined) {
        return reason;
      }
    }
    return undefined;
  }

  private reasonOf(id: string, window: number, segment: string): string | undefined {
    const selector = this.selectors.get(id)?.get(window);
    if (selector === undefined || !this.has(id, window)) {
      return undefined;
    }
    return this.uncovered(selector, window) ?? this.twins(selector, window) ?? this.doubt(selector, window, segment);
  }

  /** Share of the window that its series cover, of the selector with the least. */
  least(index: number, window: number): number {
    return Math.min(
      1,
      ...this.idsOf(index)
        .filter((id) => this.has(id, window))
        .map((id) => this.coverage(id, window))
    );
  }

  /** What series of all segments had counted before their first sample in the window, wherever their target was. */
  missing(index: number, window: number): number {
    return this.sum(index, window, ['entered', 'unknown']);
  }

  total(index: number, window: number): number {
    return this.sum(index, window, ['total']);
  }

  /** Whether several servers scrape the same targets, each as series of its own. */
  isDoubled(index: number, window: number): boolean {
    return this.idsOf(index).some((id) => this.is('doubled', id, window) || this.is('twins', id, window));
  }

  private is(fact: 'doubled' | 'twins', id: string, window: number): boolean {
    return (this.facts.cover(id, fact, window) ?? 0) > 0;
  }

  /** An expression of the user may count each of them once. */
  private twins({ id, replicas }: HeldSelector, window: number): string | undefined {
    return replicas !== undefined && this.is('twins', id, window)
      ? 'Two jobs scrape the same targets: series of one instance differ by their job alone, so that all is counted twice. Filter by "job", or add job, service, and endpoint to "replicaLabels" of the connection.'
      : undefined;
  }

  doubledBy(index: number): string {
    const [id] = this.idsOf(index);
    const selectors = [...(this.selectors.get(id) ?? [])];
    const [series] = selectors.map(([, one]) => one.series);
    if (selectors.some(([window]) => this.is('twins', id, window))) {
      return `some of the series of ${series} differ by their job alone, with the same instance: two jobs scrape the same targets, so that all is counted twice. Filter by "job".`;
    }
    return `some of the series of ${series} differ by a label of the servers that scrape them alone (${this.replicaLabels.join(', ')}), so that all is counted once for each: take one of them, as max without (…) does.`;
  }

  private sum(index: number, window: number, amounts: readonly Amount[]): number {
    const of = (id: string) =>
      [...this.facts.doubtfulSegments(id, window)].reduce(
        (sum, segment) =>
          sum + amounts.reduce((all, amount) => all + this.facts.amount(id, amount, window, segment), 0),
        0
      );
    return Math.max(0, ...this.idsOf(index).map(of));
  }

  /** Share of the window between its first and its newest sample, with a scrape's distance at both ends. */
  coverage(id: string, window: number): number {
    const selector = this.selectors.get(id)?.get(window);
    return selector === undefined || !this.has(id, window) ? 0 : this.covered(selector, window);
  }

  private covered(selector: HeldSelector, window: number): number {
    const { early, late } = this.gaps(selector, window);
    return Math.max(0, 1 - (early + late) / selector.range);
  }

  private uncovered(selector: HeldSelector, window: number): string | undefined {
    const share = this.covered(selector, window);
    if (share >= this.minimumCoverage) {
      return undefined;
    }
    const { early, late } = this.gaps(selector, window);
    const gaps = [
      ...(early > 0 ? [`the first comes ${inWords(early)} after its start`] : []),
      ...(late > 0 ? [`the newest is ${inWords(late)} older than its end`] : []),
    ];
    return `The series cover only ${percent(share)} of this window: of their samples ${gaps.join(', and ')}. At least ${percent(this.minimumCoverage)} is required ("minimumCoverage").`;
  }

  private doubt({ id, counter }: HeldSelector, window: number, segment: string): string | undefined {
    if (!counter) {
      return undefined;
    }
    const of = (fact: Parameters<HeldFacts['amount']>[1]) => this.facts.amount(id, fact, window, segment);
    const broken = of('broken');
    if (broken > 0) {
      return `The increase of ${broken} series is negative or NaN: they fall where a NaN hides it, so that nothing can be counted.`;
    }
    const total = of('total');
    if (of('often') > NEGLIGIBLE * total && of('often') > 0) {
      return `Counters fell ${of('resets').toLocaleString('en-US')} times in this window, too often for restarts, so calls can't be counted. Check whether several processes answer behind one target, two replicas write one series, or it is a sum of values of which some are below 0.`;
    }
    if (of('falls') > NEGLIGIBLE * total && of('falls') > 0) {
      return `Counters fell slightly without a restart, and \`increase\` counts such a counter from 0 again. Check whether two replicas write one series, or several processes answer behind one target.`;
    }
    const unknown = of('unknown');
    const isOld = this.facts.cover(id, 'early', window) === undefined;
    return isOld && unknown > MISSING * total && unknown >= 1
      ? `Series that begin inside this window had counted ${round(unknown)} before their first sample, beside ${round(total)} after it: how many of them inside the window can't be told. Check whether a second job scrapes the same targets.`
      : undefined;
  }

  /** Milliseconds without samples at both ends, beyond a scrape's distance. */
  private gaps(selector: HeldSelector, window: number) {
    const early = 1000 * (this.facts.cover(selector.id, 'early', window) ?? 0);
    const late = 1000 * (this.facts.cover(selector.id, 'late', window) ?? 0);
    const usual = LATE_SCRAPE * this.scrape(selector) + lookingStep(selector.range);
    // A series that is not seen at the end ended up to five minutes before it was last seen.
    const isExact = selector.range < SHORT && late <= LOOKBACK;
    const unseen = late > usual ? Math.min(late + (isExact ? 0 : LOOKBACK), selector.range) : 0;
    return { early: early > usual ? early : 0, late: unseen };
  }

  /** About how far scrapes are apart, in milliseconds, by the window that has most of them. */
  private scrape({ id, range }: HeldSelector): number {
    const known = this.scrapes.get(id);
    if (known !== undefined) {
      return known;
    }
    let least = Infinity;
    for (const [window, selector] of this.selectors.get(id) ?? []) {
      const samples = this.facts.cover(id, 'scrapes', window) ?? 0;
      const early = this.facts.cover(id, 'early', window) ?? 0;
      const late = this.facts.cover(id, 'late', window) ?? 0;
      least = samples > 1 ? Math.min(least, (selector.range - 1000 * (early + late)) / (samples - 1)) : least;
    }
    const scrape = least === Infinity ? range : least;
    this.scrapes.set(id, scrape);
    return scrape;
  }
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function inWords(gap: number): string {
  const unit = gap >= 7_200_000 ? 3_600_000 : gap >= 120_000 ? 60_000 : 1000;
  return formatDuration(Math.round(gap / unit) * unit);
}

function round(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
