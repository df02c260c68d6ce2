import type { QueryDraft } from '../../ModelwatchQuery';
import type { SelectionDescription } from '../../resources';
import { candidatesFor, looksLike } from '../../variables/fieldRoles';

export const PERFORMANCE_ROLES = ['prediction', 'score', 'label', 'label_time', 'key'] as const;
export type PerformanceRole = (typeof PERFORMANCE_ROLES)[number];

/** Columns that could have a role: those that are called so come first, and say it. */
export interface RoleOption {
  readonly name: string;
  readonly description: string;
  readonly isLikely: boolean;
}

export function roleOptions(role: PerformanceRole, description: SelectionDescription): RoleOption[] {
  const { likeliest, others } = candidatesFor(role, description);
  const names = [...(likeliest === null ? [] : [likeliest]), ...others];
  const options = names.flatMap((name) => {
    const field = description.fields.find((known) => known.name === name);
    const fits = field !== undefined && (role !== 'score' || field.type === 'numeric');
    return fits ? [{ name, description: `${field.type}: ${field.evidence}`, isLikely: looksLike(role, name) }] : [];
  });
  return [...options.filter(({ isLikely }) => isLikely), ...options.filter(({ isLikely }) => !isLikely)];
}

/** What columns in one file or index suggest: a role that exactly one column is called for. */
export function suggestRoles(description: SelectionDescription): Partial<Record<PerformanceRole, string>> {
  const found = PERFORMANCE_ROLES.filter((role) => role !== 'key').flatMap((role) => {
    const likely = roleOptions(role, description).filter(({ isLikely }) => isLikely);
    return likely.length === 1 ? [[role, likely[0].name]] : [];
  });
  return Object.fromEntries(found) as Partial<Record<PerformanceRole, string>>;
}

/** The class that a score is called after: `late` of `probability_late`; undefined where none or several are. */
export function classOfScore(score: string | undefined, classes: readonly string[]): string | undefined {
  const named = classes.filter(
    (name) => score !== undefined && `_${score}_`.toLowerCase().includes(`_${name.toLowerCase()}_`)
  );
  return named.length === 1 ? named[0] : undefined;
}

/** What is suggested and not set yet; nothing where no label is found, since without one there is no performance. */
export function openSuggestions(
  draft: QueryDraft,
  suggested: Partial<Record<PerformanceRole, string>>
): Partial<Record<PerformanceRole, string>> {
  const isSet: Partial<Record<PerformanceRole, boolean>> = {
    prediction: Boolean(draft.prediction),
    score: draft.score !== undefined && draft.score !== '',
    label: Boolean(draft.label?.field),
    label_time: Boolean(draft.label?.timeField),
  };
  if (isSet.label || suggested.label === undefined) {
    return {};
  }
  return Object.fromEntries(Object.entries(suggested).filter(([role]) => !isSet[role as PerformanceRole])) as Partial<
    Record<PerformanceRole, string>
  >;
}
