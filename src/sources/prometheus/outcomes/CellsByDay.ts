import type { Categories, Distribution, Histogram } from '../../../distribution/Distribution';
import { plainText } from '../../../distribution/cell/plainText';
import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import type { ScoreCounts, ScoreTable } from '../../../outcomes/ScoreTable';
import type { Notice } from '../../Notice';
import type { OutcomesCell, OutcomesRequest, OutcomesSet } from '../../OutcomesRequest';
import type { DistributionCell, DistributionSet } from '../../Source';
import { type ClassSpelling, spellClasses } from '../../spellClasses';
import { SCORE, type WindowDay } from './planOutcomes';

type Segment = Readonly<Record<string, string>>;

/** One day of a segment, as it grows. */
interface Growing {
  readonly day: WindowDay;
  readonly segment: Segment;
  /** Rows by actual, then by predicted class, as written. */
  readonly confusion: Map<string, Map<string, number>>;
  /** By actual class, as written. */
  readonly histograms: Map<string, Histogram>;
}

/** Puts distributions by day, segment and actual class together as outcomes. */
export class CellsByDay {
  readonly notices: Notice[] = [];
  readonly undecided: Array<NonNullable<OutcomesSet['undecided']>[number]> = [];
  warned = false;
  private readonly byKey = new Map<string, Growing>();

  constructor(
    private readonly request: OutcomesRequest,
    private readonly days: readonly WindowDay[]
  ) {}

  add(set: DistributionSet): void {
    this.note(set);
    for (const cell of set.cells) {
      this.addCell(cell);
    }
  }

  note({ notices, warned, undecided = [] }: Pick<OutcomesSet, 'notices' | 'warned' | 'undecided'>): void {
    this.notices.push(...notices);
    this.undecided.push(...undecided);
    this.warned ||= warned === true;
  }

  get all(): OutcomesCell[] {
    const { spell } = this.spelling();
    return [...this.byKey.values()].map(({ day, segment, confusion, histograms }) => {
      const matrix = confusionOf(confusion, spell);
      const table = tableOf(histograms, spell);
      const rows = Math.max(
        sumOf(matrix?.counts ?? []),
        sumOf([...(table?.byClass.values() ?? [])].map(({ counts }) => counts))
      );
      return {
        ...{ window: day.window, segment, block: day.start },
        outcomes: {
          ...{ rows, labelled: rows },
          ...(matrix !== undefined && { confusion: matrix, unlabelled: new Map() }),
          ...(table !== undefined && { scores: new Map([[SCORE, table]]) }),
        },
      };
    });
  }

  /** Texts that stand for a missing class: what was counted for them is not among the cells. */
  get missing(): Notice[] {
    const { spell, predicted, actual } = this.spelling();
    const { prediction, label } = this.request.roles;
    const of = (texts: readonly string[], name: string | undefined) =>
      texts
        .filter((text) => name !== undefined && spell(text) === null)
        .map((text) =>
          text.trim() === ''
            ? `Series without the label "${name}" are left out.`
            : `"${text}" in the label "${name}" read as missing: its series are left out.`
        );
    return [...new Set([...of(actual, label.field), ...of(predicted, prediction)])];
  }

  /** What labels and predictions write differently, such as 1 and true, is one class: told from all days together. */
  private spelling(): { spell: ClassSpelling; predicted: readonly string[]; actual: readonly string[] } {
    const all = [...this.byKey.values()];
    const predicted = all.flatMap(({ confusion }) => [...confusion.values()].flatMap((row) => [...row.keys()]));
    const actual = all.flatMap(({ confusion, histograms }) => [...confusion.keys(), ...histograms.keys()]);
    const names = { predicted: [...new Set(predicted)], actual: [...new Set(actual)] };
    return { ...names, spell: spellClasses(names.predicted, names.actual) };
  }

  private addCell({ window, segment: all, distribution, undecided, unreadable, refuseIid }: DistributionCell): void {
    const day = this.days[window];
    const { label } = this.request.roles;
    const { segmentBy } = this.request;
    const segment = Object.fromEntries(segmentBy.map((name) => [name, all[name] ?? '']));
    const reason = undecided ?? unreadable ?? refuseIid;
    if (reason !== undefined) {
      this.undecided.push({ window: day.window, segment, reason });
      return;
    }
    const actual = all[label.field] ?? '';
    const growing = this.at(day, segment);
    if (distribution.kind === 'categories') {
      addCategories(growing, plainText(actual), distribution);
    } else if (distribution.kind === 'histogram') {
      growing.histograms.set(actual, distribution);
    } else {
      this.undecided.push({ window: day.window, segment, reason: notCounted(distribution) });
    }
  }

  private at(day: WindowDay, segment: Segment): Growing {
    const key = JSON.stringify([day.window, day.start, Object.entries(segment)]);
    const growing = this.byKey.get(key) ?? { day, segment, confusion: new Map(), histograms: new Map() };
    this.byKey.set(key, growing);
    return growing;
  }
}

function notCounted({ kind }: Distribution): string {
  return `The metric holds ${kind}, not counts: outcomes need a counter, scores a histogram.`;
}

function addCategories({ confusion }: Growing, actual: string, { byCategory }: Categories): void {
  const row = confusion.get(actual) ?? new Map<string, number>();
  confusion.set(actual, row);
  for (const [predicted, count] of byCategory) {
    const name = plainText(predicted);
    row.set(name, (row.get(name) ?? 0) + count);
  }
}

/** Rows whose label or prediction stands for a missing value are none. */
function confusionOf(confusion: Growing['confusion'], spell: ClassSpelling): ConfusionCounts | undefined {
  if (confusion.size === 0) {
    return undefined;
  }
  const cells = [...confusion].flatMap(([actual, row]) =>
    [...row].flatMap(([predicted, count]) => {
      const [i, j] = [spell(actual), spell(predicted)];
      return i === null || j === null ? [] : [[i, j, count] as const];
    })
  );
  const classes = [...new Set(cells.flatMap(([i, j]) => [i, j]))].sort((a, b) => (a < b ? -1 : 1));
  const counts = classes.map(() => new Float64Array(classes.length));
  cells.forEach(([i, j, count]) => (counts[classes.indexOf(i)][classes.indexOf(j)] += count));
  return { classes, counts };
}

/** All classes on the edges that every one of them has: a class that never had a score in a bucket may lack its edge. */
function tableOf(histograms: Growing['histograms'], spell: ClassSpelling): ScoreTable | undefined {
  const named = [...histograms].flatMap(([name, histogram]) => {
    const spelled = spell(name);
    return spelled === null ? [] : [[spelled, histogram] as const];
  });
  const all = named.map(([, histogram]) => histogram);
  if (all.length === 0) {
    return undefined;
  }
  const shared = all.reduce(
    (edges, histogram) => edges.filter((edge) => histogram.edges.includes(edge) || isBeyond(histogram, edge)),
    [...new Set(all.flatMap(({ edges }) => [...edges]))].sort((a, b) => a - b)
  );
  const inner = shared.filter((edge) => edge > 0 && edge < 1);
  // Scores lie in [0, 1] whatever the outer edges of the histogram are.
  const edges = Float64Array.from([0, ...inner, 1]);
  const byClass = new Map<string, ScoreCounts>();
  for (const [name, histogram] of named) {
    const counts = countsBetween(histogram, edges);
    const known = byClass.get(name);
    byClass.set(name, known === undefined ? counts : together(known, counts));
  }
  return { lower: edges.slice(0, -1), upper: edges.slice(1), byClass };
}

/** Of a class that is written in two ways. */
function together(a: ScoreCounts, b: ScoreCounts): ScoreCounts {
  return {
    counts: a.counts.map((count, i) => count + b.counts[i]),
    ...(a.total && b.total && { total: { sum: a.total.sum + b.total.sum } }),
  };
}

/** An edge where the histogram holds nothing, so that it can be cut there. */
function isBeyond({ edges }: Histogram, edge: number): boolean {
  return edge < edges[0] || edge > edges[edges.length - 1];
}

function countsBetween({ edges, bins, mean }: Histogram, asked: Float64Array): ScoreCounts {
  const counts = new Float64Array(asked.length - 1);
  bins.forEach((count, i) => {
    const middle = Math.min(1, Math.max(0, (Math.max(edges[i], 0) + Math.min(edges[i + 1], 1)) / 2));
    const at = asked.findLastIndex((edge) => edge <= middle);
    counts[Math.min(counts.length - 1, at)] += count;
  });
  const total = counts.reduce((a, b) => a + b, 0);
  return { counts, ...(mean !== undefined && { total: { sum: mean * total } }) };
}

function sumOf(rows: readonly Float64Array[]): number {
  return rows.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0);
}
