import { BadQuery } from '../../query/BadQuery';
import { type ExplainQuery, MOST_VALUES } from '../../query/explainQuery';
import type { TimeRange } from '../../query/time';
import type { Notice } from '../../sources/Notice';
import type { RequestOptions, TypedFeature } from '../../sources/Source';
import { execute } from '../evaluateComparison';
import type { Place } from '../settleFeatures';
import { someNames } from '../someNames';

/** What a label or column of versions, and of calling applications, is usually called. */
export const VERSION_FIELD = /version|release|revision/i;
const CALLER_FIELD = /(^|[._-])(caller|calling|client|app|application|consumer|tenant|service)([._-]|$)/i;
/** What comes of the inputs, or is what they are to tell: it follows what drifts, and causes nothing. */
const OUTCOME_FIELD =
  /^(model_)?(predictions?|predicted([._]?(class|label|value))?|y_?pred|y_?hat|forecast|outcome|decision)$|^(actual|true|ground)?_?(labels?|truth|actual|target|y_?true)([._]?(class|value))?$|^actual_/i;

/** As many fields as are looked at where the query names none: each takes a request of a store. */
const MOST_FIELDS = 30;

export interface CandidateFields {
  readonly fields: readonly string[];
  readonly notices: readonly Notice[];
}

interface Asked {
  readonly query: Pick<ExplainQuery, 'by'>;
  readonly target: TypedFeature;
  readonly current: Place;
  readonly baseline: Place;
  readonly window: TimeRange | null;
  /** How many values fields have is then left open. */
  readonly isPlan?: boolean;
}

/**
 * The fields whose values may be causes: those that the query names, else every categorical one that both sides have, with
 * at most 50 values in the window, but predictions and labels; the model version and the calling application first. Throws a BadQuery for a field that
 * a side lacks.
 */
export async function candidateFields(asked: Asked, options: RequestOptions): Promise<CandidateFields> {
  const { query, target, current, baseline } = asked;
  const [now, before] = await Promise.all([current, baseline].map((place) => namesOf(place, target, options)));
  if (query.by !== undefined) {
    for (const [names, side] of [
      [now, 'current data'],
      [before, 'baseline'],
    ] as const) {
      const unknown = query.by.find((name) => !names.includes(name));
      if (unknown !== undefined) {
        throw new BadQuery(
          `"by": the ${side} has no field "${unknown}" to tell rows apart by. It has ${someNames(names)}.`
        );
      }
    }
    return { fields: query.by, notices: [] };
  }
  const own = new Set([
    target.name,
    target.field,
    target.label,
    current.selection.timeField,
    baseline.selection.timeField,
  ]);
  const others = now.filter((name) => !own.has(name));
  const shared = others.filter((name) => !OUTCOME_FIELD.test(name));
  const missing = shared.filter((name) => !before.includes(name));
  const { fields, crowded } = await categorical(
    asked,
    shared.filter((name) => before.includes(name)),
    options
  );
  const ordered = [...fields].sort((a, b) => rank(a) - rank(b));
  return {
    fields: ordered.slice(0, MOST_FIELDS),
    notices: [
      ...said(`Not looked at, since they have more than ${MOST_VALUES} values`, crowded),
      ...said(
        `Not looked at, since more than ${MOST_FIELDS} fields have few values; name them in "by"`,
        ordered.slice(MOST_FIELDS)
      ),
      ...said('Not looked at, since the baseline lacks them', missing),
      ...said(
        'Not looked at, since they follow the inputs; name them in "by"',
        others.filter((name) => OUTCOME_FIELD.test(name))
      ),
    ],
  };
}

async function namesOf({ source, selection }: Place, target: TypedFeature, options: RequestOptions) {
  const one = { ...selection, features: [target] };
  return source.segmentNames === undefined ? source.fieldNames(selection, options) : source.segmentNames(one, options);
}

interface Categorical {
  readonly fields: readonly string[];
  readonly crowded: readonly string[];
}

/** Labels are categories by themselves; how many values they have is seen when they are counted. */
async function categorical(
  { current, window, isPlan = false }: Asked,
  names: readonly string[],
  options: RequestOptions
): Promise<Categorical> {
  const { source, selection } = current;
  if (source.segmentNames !== undefined || names.length === 0) {
    return { fields: names, crowded: [] };
  }
  const listed = { ...selection, features: names.map((name) => ({ name })) };
  const described = await source.describe(listed, { ...options, range: window });
  const found = described.filter(
    ({ type, identifier, uncountable }) =>
      (type === 'categorical' || type === 'boolean') && !identifier && uncountable !== true
  );
  const features = found.map(({ name }): TypedFeature => ({ name, type: 'categorical' }));
  if (isPlan || source.takesEdges !== true || features.length === 0) {
    return { fields: features.map(({ name }) => name), crowded: [] };
  }
  // A store counts between many edges in each value: those with too many are better not asked for at all.
  const { cells } = await execute(source, { selection, features, windows: [window], segmentBy: [] }, options);
  const crowded = cells.flatMap(({ feature, distribution }) =>
    distribution.kind === 'categories' && (distribution.rest > 0 || distribution.byCategory.size > MOST_VALUES)
      ? [feature]
      : []
  );
  return { fields: features.map(({ name }) => name).filter((name) => !crowded.includes(name)), crowded };
}

function rank(name: string): number {
  return VERSION_FIELD.test(name) ? 0 : CALLER_FIELD.test(name) ? 1 : 2;
}

export function said(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what}: ${someNames(names)}.`];
}
