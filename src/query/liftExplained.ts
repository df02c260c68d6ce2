type Keys = Readonly<Record<string, unknown>>;

/** What of a drift query says how it is answered, and not what is asked. */
const ANSWERED = ['kind', 'version', 'format', 'alertValue', 'detail'];
/** What of a decision tells natural variation over time: causes are looked for in one window. */
const OVER_TIME = ['significance', 'falseAlarmEvery', 'calibration'];

/**
 * A query of the kind `explain` with the keys of its drift query, `of`, beside its own, so that it is read like the
 * other comparisons; `feature` becomes `target`. What both have is left where it is, and so is an `of` that is no drift query: the
 * schema then says what is wrong.
 */
export function liftExplained(query: Keys): Keys {
  const { of, ...own } = query;
  if (query.kind !== 'explain' || !isKeys(of) || of.kind !== 'drift') {
    return query;
  }
  const { feature, decision, ...rest } = without(of, ANSWERED);
  const lifted = {
    ...rest,
    ...(feature !== undefined && { target: isKeys(feature) ? feature.name : feature }),
    ...(decision !== undefined && { decision: isKeys(decision) ? without(decision, OVER_TIME) : decision }),
  };
  return Object.keys(lifted).some((key) => own[key] !== undefined) ? query : { ...own, ...lifted };
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function without(keys: Keys, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(keys).filter(([name]) => !names.includes(name)));
}
