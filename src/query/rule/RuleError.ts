/** A rule that can't be read or checked. The message says what is wrong; `at` is where in the expression, from 0. */
export class RuleError extends Error {
  override name = 'RuleError';
  constructor(
    message: string,
    readonly at: number
  ) {
    super(message);
  }
}

const LONGEST = 24;

/** What is wrong and where, for people, to go on behind the rule's name: characters are counted from 1. */
export function describeRuleError({ message, at }: RuleError, expr: string): string {
  const rest = expr.slice(at).trim();
  const near = rest === '' ? 'at its end' : `at character ${at + 1} (${shortened(rest)})`;
  return `${near}: ${message.replace(/\.$/, '')}`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
