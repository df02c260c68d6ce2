import type { DraftErrors } from '../../validateDraft';

/** The first error of a list or of one of its entries. */
export function errorBelow(errors: DraftErrors, path: string): string | undefined {
  return [...errors].find(([key]) => key === path || key.startsWith(`${path}.`))?.[1];
}
