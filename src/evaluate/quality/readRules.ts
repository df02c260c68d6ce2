import { parseRule } from '../../query/rule/parseRule';
import { describeRuleError, RuleError } from '../../query/rule/RuleError';
import type { QualityQuery } from '../../query/qualityQuery';
import type { ReadRule, RuleSet } from '../../sources/Rules';
import type { TimeRange } from '../../query/time';
import type { RequestOptions } from '../../sources/Source';
import { SourceError } from '../../sources/SourceError';
import type { Place } from '../settleFeatures';

const NOTHING: RuleSet = { cells: [], refused: new Map(), notices: [] };

/**
 * What became of each rule in each window and segment. One that can't be read, or doesn't fit its columns, is `refused`; a
 * place that tells no rows refuses all.
 */
export async function readRules(
  { rules = [], checks, segmentBy }: Pick<QualityQuery, 'rules' | 'checks' | 'segmentBy'>,
  { source, selection }: Place,
  windows: ReadonlyArray<TimeRange | null>,
  options: RequestOptions
): Promise<RuleSet> {
  if (rules.length === 0 || checks?.includes('rules') === false) {
    return NOTHING;
  }
  const refused = new Map<string, string>();
  const read = rules.flatMap((rule): ReadRule[] => {
    try {
      return [{ ...rule, node: parseRule(rule.expr) }];
    } catch (error) {
      if (!(error instanceof RuleError)) {
        throw error;
      }
      refused.set(rule.name, describeRuleError(error, rule.expr));
      return [];
    }
  });
  if (source.countRules === undefined) {
    read.forEach(({ name }) => refused.set(name, NO_ROWS));
    return { ...NOTHING, refused };
  }
  if (read.length === 0) {
    return { ...NOTHING, refused };
  }
  const set = await source.countRules({ selection, rules: read, windows, segmentBy }, options).catch(emptyIfAbsent);
  return { ...set, refused: new Map([...refused, ...set.refused]) };
}

const NO_ROWS =
  'this store has no rows, so that it compares no columns. Count the rows that break the condition by a metric of their own, and check it by a measure of volume';

/** That nothing is there is what is to be found, no failure. */
function emptyIfAbsent(error: unknown): RuleSet {
  if (error instanceof SourceError && error.options.status === 404 && error.options.side === 'downstream') {
    return { ...NOTHING, notices: [error.message] };
  }
  throw error;
}
