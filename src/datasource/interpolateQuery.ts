import { fillByKey, lacksByKey } from './fill/fillByKey';
import { wholeToken } from './fill/tokens';
import { lacksValue, type Variables } from './fill/Variables';

/**
 * Replaces the template variables in every text of a query, however deep, each as its key takes it. A variable that stands
 * alone in a list, or is the name of an entry, becomes as many entries as it has values, whatever format it names; elsewhere
 * in that entry it has the entry's value. What a variable without a value would leave undone is left out, so that one
 * dashboard serves data that lack a label or a version: a key that is nothing but the variable, and of a list the whole
 * entry that names it. Throws a Refusal where a value can't stand: it would ask for something else.
 */
export function interpolateQuery<Value>(value: Value, variables: Variables): Value {
  return interpolate(value, '', variables) as Value;
}

function interpolate(value: unknown, key: string, variables: Variables): unknown {
  if (typeof value === 'string') {
    return fillByKey(value, key, variables);
  }
  if (Array.isArray(value)) {
    return withoutRepeats(value.map((entry: unknown) => interpolateEntry(entry, key, variables)));
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).filter(([, inner]) => !isLacking(inner, variables));
    return Object.fromEntries(kept.map(([name, inner]) => [name, interpolate(inner, syntaxOf(name, key), variables)]));
  }
  return value;
}

/** The key that says how a text is written: an expression of a rule is no PromQL. */
function syntaxOf(name: string, above: string): string {
  return above === 'rules' && name === 'expr' ? 'rule' : name;
}

/** What two variables, or a variable and an entry beside it, name twice is meant once. */
function withoutRepeats(entries: readonly unknown[][]): unknown[] {
  const isFilled = entries.some((found) => found.length !== 1);
  const seen = new Set<string>();
  return entries.flat().filter((entry) => {
    const text = JSON.stringify(entry);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew || !isFilled;
  });
}

function interpolateEntry(entry: unknown, key: string, variables: Variables): unknown[] {
  if (typeof entry === 'string') {
    return listed(entry, variables) ?? (lacksValue(entry, variables) ? [] : [interpolate(entry, key, variables)]);
  }
  if (typeof entry !== 'object' || entry === null) {
    return [interpolate(entry, key, variables)];
  }
  if (
    Object.entries(entry).some(
      ([name, inner]) => typeof inner === 'string' && lacksByKey(inner, syntaxOf(name, key), variables)
    )
  ) {
    return [];
  }
  const named = isNamed(entry) ? listed(entry.name, variables) : null;
  if (isNamed(entry) && named !== null) {
    const variable = wholeToken(entry.name)?.name ?? '';
    return named.map((one) => ({
      ...(interpolate({ ...entry, name: '' }, key, variables.within(variable, one)) as object),
      name: one,
    }));
  }
  return [interpolate(entry, key, variables)];
}

/** The values of the variable that a text is; null where it is more than that. "All" stands for each of them. */
function listed(text: string, variables: Variables): string[] | null {
  const token = wholeToken(text);
  const value = token === null ? null : variables.valueOf(token);
  if (value === null) {
    return null;
  }
  return value.values.length === 0 && value.custom !== null ? [value.custom] : [...value.values];
}

function isLacking(value: unknown, variables: Variables): boolean {
  return typeof value === 'string' && wholeToken(value) !== null && lacksValue(value, variables);
}

function isNamed(entry: object): entry is { name: string } {
  return 'name' in entry && typeof entry.name === 'string';
}
