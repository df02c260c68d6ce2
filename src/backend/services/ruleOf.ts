const HEADER = 'http_x-rule-uid';

/** The uid of the alert or recording rule that a call evaluates a query of; undefined where a panel asks. */
export function ruleOf(headers: Readonly<Record<string, string>>): string | undefined {
  const found = Object.entries(headers).find(([name, value]) => name.toLowerCase() === HEADER && value !== '');
  return found && decodeURIComponent(found[1]);
}
