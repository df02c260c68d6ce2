const HEADER = 'http_x-rule-uid';

/** The uid of the alert or recording rule that a call evaluates a query of; undefined where a panel asks. */
export function ruleOf(headers: Readonly<Record<string, string>>): string | undefined {
  const found = Object.entries(headers).find(([name, value]) => name.toLowerCase() === HEADER && value !== '');
  return found && decoded(found[1]);
}

/**
 * Whether alerting asks: a rule, a recording rule, or the preview in the rule's editor. Grafana says so with a header whose
 * spelling depends on the way that it came.
 */
export function isForAlert(headers: Readonly<Record<string, string>>): boolean {
  return Object.entries(headers).some(([name, value]) => /^(http_)?fromalert$/i.test(name) && value === 'true');
}

/** As it stands where it is wrongly encoded: it names figures alone. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
