import type { Outcomes } from '../../../../outcomes/Outcomes';
import type { ScoreCounts } from '../../../../outcomes/ScoreTable';
import type { ClassSpelling } from '../../../spellClasses';
import type { TableRow } from '../../client/readTable';
import { asWritten } from '../../fields/precision';
import type { StoreField } from '../../fields/StoreField';
import type { LookupFields } from './lookupQueries';

/** Rows of the store's answer that are alike. */
export interface Group {
  readonly rows: number;
  /** As written; null where there is none. */
  readonly prediction: string | null;
  readonly label: string | null;
  /** By column; NaN where there is none from 0 to 1. */
  readonly scores: ReadonlyArray<readonly [string, number]>;
  readonly segment: ReadonlyArray<string | null>;
}

export function groupOf(row: TableRow, fields: LookupFields): Group {
  return {
    rows: Number(row('mw_rows')),
    prediction: fields.prediction === undefined ? null : textOf(row('mw_prediction'), fields.prediction),
    label: textOf(row('mw_label'), fields.label),
    scores: fields.scores.map(({ column, field }, i) => [column, scoreOf(row(`mw_score_${i}`), field)] as const),
    segment: fields.segments.map((field, i) => textOf(row(`mw_segment_${i}`), field)),
  };
}

/** A value as text, as a category is called; null where there is none. */
export function textOf(value: unknown, field: StoreField): string | null {
  if (value === null || value === undefined || value === '') {
    return null;
  }
  return field.kind === 'decimal'
    ? String(asWritten(Number(value), field.precision))
    : String(value as string | number | boolean | bigint);
}

function scoreOf(value: unknown, { precision }: StoreField): number {
  const score = value === null || value === undefined ? NaN : asWritten(Number(value), precision);
  return score >= 0 && score <= 1 ? score + 0 : NaN;
}

/** What became of the predictions of some groups; null where none of them counts. */
export function outcomesOfGroups(
  groups: readonly Group[],
  { prediction, scores: columns }: LookupFields,
  spell: ClassSpelling
): Outcomes | null {
  const named = groups.map((group) => ({
    ...group,
    prediction: group.prediction === null ? null : spell(group.prediction),
    label: group.label === null ? null : spell(group.label),
  }));
  const counted = named.filter(
    (one) => one.prediction !== null || one.scores.some(([, score]) => !Number.isNaN(score))
  );
  if (counted.length === 0) {
    return null;
  }
  const sum = (some: typeof counted) => some.reduce((total, { rows }) => total + rows, 0);
  return {
    rows: sum(counted),
    labelled: sum(counted.filter(({ label }) => label !== null)),
    ...(prediction !== undefined && confusionOf(counted)),
    ...(columns.length > 0 && {
      scores: new Map(
        columns.map(({ column }, i) => [column, scoresOf(counted.map((one) => ({ ...one, score: one.scores[i][1] })))])
      ),
    }),
  };
}

type Named = Pick<Group, 'rows' | 'prediction' | 'label'>;

function confusionOf(groups: readonly Named[]): Pick<Outcomes, 'confusion' | 'unlabelled'> {
  const unlabelled = new Map<string, number>();
  const pairs: Array<readonly [string, string, number]> = [];
  for (const { rows, prediction, label } of groups) {
    if (prediction !== null && label === null) {
      unlabelled.set(prediction, (unlabelled.get(prediction) ?? 0) + rows);
    } else if (prediction !== null && label !== null) {
      pairs.push([label, prediction, rows]);
    }
  }
  const classes = [...new Set(pairs.flatMap(([label, predicted]) => [label, predicted]))].sort();
  const counts = classes.map(() => new Float64Array(classes.length));
  for (const [label, predicted, rows] of pairs) {
    counts[classes.indexOf(label)][classes.indexOf(predicted)] += rows;
  }
  return { confusion: { classes, counts }, unlabelled };
}

function scoresOf(groups: ReadonlyArray<Pick<Group, 'rows' | 'label'> & { readonly score: number }>) {
  const given = groups.filter(({ score }) => !Number.isNaN(score));
  const lower = Float64Array.from(new Set(given.map(({ score }) => score))).sort();
  const places = new Map(Array.from(lower, (score, place) => [score, place]));
  const byClass = new Map<string, ScoreCounts>();
  let unlabelled: ScoreCounts | undefined;
  for (const { rows, label, score } of given) {
    const fresh = () => ({ counts: new Float64Array(lower.length) });
    const own = label === null ? (unlabelled ??= fresh()) : (byClass.get(label) ?? fresh());
    if (label !== null) {
      byClass.set(label, own);
    }
    own.counts[places.get(score) ?? 0] += rows;
  }
  return { lower, upper: lower, byClass, ...(unlabelled !== undefined && { unlabelled }) };
}
