import { plainText } from '../../distribution/cell/plainText';
import { isTruth, truthOf } from '../../distribution/truthOf';
import type { Outcomes } from '../../outcomes/Outcomes';
import { BadQuery } from '../../query/BadQuery';
import { POSITIVE_WORDS } from '../../query/positiveWords';
import type { PerformanceQuery } from '../../query/performanceQuery';
import type { OutcomeRoles } from '../../sources/OutcomesRequest';
import type { ClassesOf } from './metricsOf';

/** More are no classes. */
const MOST_CLASSES = 200;

export interface FoundClasses {
  readonly data: ClassesOf;
  readonly notices: readonly string[];
}

/** The classes that occur, and which of them is the positive one. Throws a BadQuery where the named one doesn't occur. */
export function classesOf(query: PerformanceQuery, roles: OutcomeRoles, sides: readonly Outcomes[]): FoundClasses {
  const { task } = roles;
  const has = {
    hasScore: roles.scores.length > 0,
    hasPrediction: roles.prediction !== undefined,
    hasClassScores: typeof query.score === 'object',
  };
  if (task === 'regression') {
    const series = query.outcomeMetrics;
    const sums = series && {
      absolute: series.absoluteError !== undefined,
      squared: series.squaredError !== undefined,
      pinball: series.pinballLoss !== undefined,
      inside: series.insideInterval !== undefined,
    };
    return { data: { task, classes: [], positive: undefined, ...has, ...(sums && { sums }) }, notices: [] };
  }
  const actual = new Set(sides.flatMap(actualClasses));
  const predicted = new Set(sides.flatMap(predictedClasses));
  if (query.label.implied !== undefined) {
    requireSpelled(query.label.implied, [...actual, ...predicted]);
    actual.add(plainText(query.label.implied));
  }
  const classes = [...new Set([...actual, ...predicted])].sort((a, b) => (a < b ? -1 : 1));
  requireClasses(query, classes);
  requireShared(query, actual, predicted);
  const wanted = query.positive === undefined ? undefined : plainText(query.positive);
  if (wanted !== undefined && classes.length > 0 && !classes.includes(wanted)) {
    throw new BadQuery(
      `"positive": class "${query.positive}" occurs in no row. Classes: ${classes.slice(0, 20).join(', ')}.`
    );
  }
  const positive = wanted ?? guessed(query, classes);
  const data: ClassesOf = { task, classes, positive, ...has };
  return { data, notices: noticesOf(query, { data }) };
}

/** Throws a BadQuery where the implied class is written otherwise than in the data: it would be a class of its own. */
function requireSpelled(implied: string, classes: readonly string[]): void {
  const plain = plainText(implied);
  const meant = classes.includes(plain)
    ? undefined
    : classes.find(
        (name) =>
          name.toLowerCase() === plain.toLowerCase() ||
          (isTruth(name) && isTruth(plain) && truthOf(name) === truthOf(plain))
      );
  if (meant !== undefined) {
    throw new BadQuery(`"label.implied": write "${implied}" as "${meant}", as the data do.`);
  }
}

function guessed({ score }: PerformanceQuery, classes: readonly string[]): string | undefined {
  const found = classes.filter((name) => POSITIVE_WORDS.has(name.toLowerCase()));
  // Of several classes each has its own figures, unless one score says which class it is about.
  return found.length === 1 && (classes.length <= 2 || typeof score === 'string') ? found[0] : undefined;
}

function requireClasses({ label, prediction }: PerformanceQuery, classes: readonly string[]): void {
  if (classes.length > MOST_CLASSES) {
    const examples = classes.slice(0, 3).join(', ');
    throw new BadQuery(
      `"${label.field}" and "${prediction ?? 'the prediction'}" have ${classes.length} classes (limit ${MOST_CLASSES}), such as ${examples}. For numbers, set "task" to "regression".`
    );
  }
}

/** Throws a BadQuery where several classes of either side share none: an accuracy of 0 would only say how they are written. */
function requireShared(
  { label, prediction }: PerformanceQuery,
  actual: ReadonlySet<string>,
  predicted: ReadonlySet<string>
): void {
  if (Math.min(actual.size, predicted.size) > 1 && ![...actual].some((name) => predicted.has(name))) {
    throw new BadQuery(
      `No class occurs in both "${label.field}" (${listed(actual)}) and "${prediction}" (${listed(predicted)}). Write them alike on both sides.`
    );
  }
}

function listed(names: Iterable<string>): string {
  return [...names].sort().slice(0, 5).join(', ');
}

function noticesOf({ positive: asked }: PerformanceQuery, { data }: Pick<FoundClasses, 'data'>): string[] {
  const { classes, positive, hasScore, hasClassScores } = data;
  const notices: string[] = [];
  if (positive !== undefined && asked === undefined) {
    notices.push(`The positive class is "${positive}". Set "positive" to choose another.`);
  }
  if (positive === undefined && classes.length > 0 && (classes.length <= 2 || (hasScore && hasClassScores !== true))) {
    notices.push(
      `Which class is positive is not known (${listed(classes)}). Set "positive" for precision, recall, and scores.`
    );
  }
  return notices;
}

function actualClasses({ confusion, scores }: Outcomes): string[] {
  const counted = confusion?.classes.filter((_, i) => confusion.counts[i].some((count) => count > 0)) ?? [];
  return [...counted, ...[...(scores?.values() ?? [])].flatMap(({ byClass }) => [...byClass.keys()])];
}

function predictedClasses({ confusion, unlabelled }: Outcomes): string[] {
  const counted = confusion?.classes.filter((_, j) => confusion.counts.some((row) => row[j] > 0)) ?? [];
  return [...counted, ...(unlabelled?.keys() ?? [])];
}
