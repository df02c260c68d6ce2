import type { DraftErrors } from '../validateDraft';

const SHOWN_BESIDE_A_FIELD = [
  /^kind$/,
  /^format$/,
  /^window$/,
  /^alertValue$/,
  /^bins$/,
  /^series(\.|$)/,
  /^measures(\.\d+\.(aggregate|field|query|expr|name))?$/,
  /^feature(\.|$)/,
  /^(prediction|score|positive|threshold|task|metrics|objective|outcomeMetrics|label)(\.|$)/,
  /^tests$/,
  /^segmentBy(\.|$)/,
  /^current\.(connection|path|index|matchers|timeField|query|features(\..*)?)$/,
  /^baseline\.(offset|period|count|exclude(\..*)?|from|to|id|connection|path|index|matchers|timeField|query)$/,
];

/** Errors that no field of the editor shows, such as keys that the schema doesn't know; and those in the closed section. */
export function errorsElsewhere(errors: DraftErrors): Array<[string, string]> {
  return [...errors].filter(([path]) => !SHOWN_BESIDE_A_FIELD.some((shown) => shown.test(path)));
}
