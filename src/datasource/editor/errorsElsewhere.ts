import type { DraftErrors } from '../validateDraft';

const SHOWN_BESIDE_A_FIELD = [
  /^format$/,
  /^window$/,
  /^bins$/,
  /^tests$/,
  /^segmentBy(\.|$)/,
  /^current\.(connection|path|timeField|query|features(\..*)?)$/,
  /^baseline\.(offset|period|count|from|to|connection|path|timeField|query)$/,
];

/** Errors that no field of the editor shows, such as keys that the schema doesn't know; and those in the closed section. */
export function errorsElsewhere(errors: DraftErrors): Array<[string, string]> {
  return [...errors].filter(([path]) => !SHOWN_BESIDE_A_FIELD.some((shown) => shown.test(path)));
}
