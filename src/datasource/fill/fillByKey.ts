import { fillLucene } from './fillLucene';
import { fillPromql, lacksInPromql } from './fillPromql';
import { fillRule } from './fillRule';
import { fillIndex, fillName, fillPattern, fillText } from './fillText';
import { lacksValue, type Variables } from './Variables';

type Fill = (text: string, key: string, variables: Variables) => string;

/** The keys whose text has a syntax of its own, or takes several values. */
const BY_KEY: Readonly<Record<string, Fill>> = {
  query: fillLucene,
  matchers: fillPromql,
  expr: fillPromql,
  rule: fillRule,
  index: fillIndex,
  pattern: fillPattern,
  name: fillName,
};

/** Fills the variables of a text as its key takes them. Throws a Refusal. */
export function fillByKey(text: string, key: string, variables: Variables): string {
  return (Object.hasOwn(BY_KEY, key) ? BY_KEY[key] : fillText)(text, key, variables);
}

/** Whether the text of a key names a variable that has no value where one is needed. */
export function lacksByKey(text: string, key: string, variables: Variables): boolean {
  return key === 'expr' ? lacksInPromql(text, variables) : lacksValue(text, variables);
}
