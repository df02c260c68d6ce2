const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** A label as it stands in `by (…)` or a matcher; names of Prometheus 3's wider alphabet are quoted. */
export function labelName(name: string): string {
  return LABEL.test(name) ? name : quotePromql(name);
}

/** A string of PromQL. A dollar sign is written by its code, so that it is not taken for a variable that nothing filled. */
export function quotePromql(text: string): string {
  const escaped = text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
  return `"${escaped.replace(/(?<!\\)\$(?=[A-Za-z_{])/g, '\\x24')}"`;
}
