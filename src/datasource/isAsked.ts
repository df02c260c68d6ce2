import type { Selection } from '../query/selection';
import type { QueryDraft } from './ModelwatchQuery';

/** Whether a query was written for Modelwatch: a dashboard may send it those of another data source where there is none. */
export function isOwn(query: object): boolean {
  return 'kind' in query || 'current' in query || 'measures' in query;
}

/**
 * Whether a query says what it is about: `stored` as it was written, `filled` with its variables replaced. Where variables
 * without a value leave nothing of what was named, nothing is asked, instead of everything.
 */
export function isAsked(stored: QueryDraft, filled: QueryDraft, isPrometheus: boolean): boolean {
  const { current, measures = [], feature } = filled;
  const says = isChosen(current) || measures.length > 0 || feature !== undefined;
  // Prometheus needs nothing but its name: then all of its histograms are meant.
  return (says || isPrometheus) && !hasGap(stored, filled) && !(isPrometheus && lacksMetric(stored, filled));
}

/** Versions are counted by a metric: without it their label alone would be taken for one. */
function lacksMetric({ feature: stored }: QueryDraft, { feature: filled }: QueryDraft): boolean {
  return stored?.metric !== undefined && filled?.metric === undefined;
}

function isChosen(selection: Selection | undefined): boolean {
  const { connection: _, timeField: __, ...where } = selection ?? {};
  return Object.values(where).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
}

function hasGap(stored: QueryDraft, filled: QueryDraft): boolean {
  const before = namedBy(stored);
  const after = namedBy(filled);
  return before.some((count, at) => count > 0 && after[at] === 0);
}

/** How many features, baseline's features, measures, version fields, labels, predictions or scores, and columns of groups are named. */
function namedBy({ current, baseline, measures, feature, label, prediction, score, compare, fairness }: QueryDraft) {
  const ofBaseline = baseline?.kind === 'selection' ? baseline.features : undefined;
  const lists = [current?.features, ofBaseline, measures].map((list) => list?.length ?? 0);
  const split = compare !== undefined && 'field' in compare ? compare : undefined;
  const names = [
    feature?.name,
    label?.field,
    prediction ?? score,
    split?.field,
    split?.old,
    split?.new,
    fairness?.field,
  ];
  return lists.concat(names.map((name) => (name ? 1 : 0)));
}
