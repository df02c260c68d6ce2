import { quote } from './quote';

const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** A label as it stands in `by (…)` or a matcher; names of Prometheus 3's wider alphabet are quoted. */
export function labelName(name: string): string {
  return LABEL.test(name) ? name : quote(name);
}

/** An instant selector: `name{a="b",c="d"}`, or `{"name",…}` for names of the wider alphabet; without a name matchers alone. */
export function selector(metric: string, matchers: readonly string[]): string {
  const all = matchers.filter((text) => text !== '').join(',');
  if (metric === '') {
    return `{${all}}`;
  }
  if (!METRIC.test(metric)) {
    return `{${[quote(metric), all].filter((text) => text !== '').join(',')}}`;
  }
  return all === '' ? metric : `${metric}{${all}}`;
}

/** Matchers without the braces, spaces and comma that people write around them. */
export function cleanMatchers(text: string | undefined): string {
  return (text ?? '')
    .trim()
    .replace(/^\{([\s\S]*)\}$/, '$1')
    .trim()
    .replace(/,$/, '');
}
