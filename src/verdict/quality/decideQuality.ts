import type { Decision } from '../../query/decision';
import { CHECK_NAMES, type CheckName } from '../../query/qualityQuery';
import { adjust } from '../../statistics/corrections/adjust';
import type { Severity } from '../Verdict';
import { checkCategories } from './checkCategories';
import { checkFormat } from './checkFormat';
import { checkMissing } from './checkMissing';
import { checkRange } from './checkRange';
import { checkConstant } from './checkStuck';
import { checkType } from './checkType';
import { checkUnique } from './checkUnique';
import { checkUnit } from './checkUnit';
import { checkValues } from './checkValues';
import { explained } from './explained';
import type { Checked, CheckOutcome, FeatureSides, Finding, Unchecked } from './Finding';
import type { QualityVerdict } from './QualityVerdict';
import { DELAY } from './usualDelay';

/** A feature to be checked, with what was found about it elsewhere: in the columns, in the order of the rows. */
export interface QualityCase {
  readonly sides: FeatureSides;
  readonly others: ReadonlyMap<CheckName, CheckOutcome>;
  /** No column, so that nothing else of it could be checked: the rows as a whole, a rule. */
  readonly isNoColumn?: boolean;
  /** Said beside what was found. */
  readonly remark?: string;
  /** Why the window is not what it seems, so that no check of it says anything. */
  readonly undecided?: string;
}

/** The verdicts on all features and segments of one window: their p-values are adjusted together. */
export function decideQuality(
  cases: readonly QualityCase[],
  decision: Decision,
  wanted: readonly CheckName[] = CHECK_NAMES
): QualityVerdict[] {
  const outcomes = cases.map((one) => {
    const found = outcomesOf(one, decision, wanted);
    return one.undecided === undefined ? found : without(found, one.undecided);
  });
  const checked = outcomes.map((one) => explained([...one.values()].flatMap((outcome) => outcome.checked)));
  const all = checked.flat();
  const adjusted = adjust(
    all.map(({ pValue }) => pValue),
    decision.correction
  );
  const pAdjusted = new Map(all.map((one, i) => [one, adjusted[i]]));
  return cases.map(({ sides, remark }, i) => {
    const findings = checked[i].flatMap((one) => findingOf(one, pAdjusted.get(one) ?? null, decision.alpha));
    return { ...verdictOf(sides, findings, outcomes[i]), ...(remark !== undefined && { remark }) };
  });
}

function outcomesOf(
  { sides, others, isNoColumn = false }: QualityCase,
  decision: Decision,
  wanted: readonly CheckName[]
): Map<CheckName, CheckOutcome> {
  const all: ReadonlyArray<readonly [CheckName, () => CheckOutcome]> = [
    ['missing', () => checkMissing(sides, decision)],
    ['type', () => checkType(sides)],
    ['range', () => checkRange(sides)],
    ['range', () => (sides.dependent === true ? withoutGrown(checkValues(sides)) : checkValues(sides))],
    ['categories', () => checkCategories(sides)],
    ['format', () => checkFormat(sides)],
    ['unit', () => checkUnit(sides)],
    ['stuck', () => checkConstant(sides)],
    ['rows', () => checkUnique(sides)],
  ];
  // When rows arrive is a number that only its own check understands, unless it is missing.
  const own = sides.feature === DELAY ? all.slice(0, 1) : all;
  const found = new Map<CheckName, CheckOutcome>();
  const add = (check: CheckName, outcome: CheckOutcome) => {
    const before = found.get(check);
    const joined = { ...before, ...outcome, checked: [...(before?.checked ?? []), ...outcome.checked] };
    if (wanted.includes(check) && (joined.checked.length > 0 || joined.unchecked !== undefined)) {
      found.set(check, joined);
    }
  };
  // A column that is not there has nothing else that could be checked.
  const isGone = others.get('columns')?.checked.some(({ code, notable }) => notable && code !== 'column_new') ?? false;
  if (!isGone && !isNoColumn) {
    own.forEach(([check, run]) => add(check, run()));
  }
  others.forEach((outcome, check) => add(check, outcome));
  return found;
}

/** What would have been checked, with the one reason why nothing is. */
function without(outcomes: ReadonlyMap<CheckName, CheckOutcome>, reason: string): Map<CheckName, CheckOutcome> {
  return new Map([...outcomes.keys()].map((check) => [check, { checked: [], unchecked: reason }]));
}

/** A gauge that keeps its last value over a night holds one number often, by nothing that a test of rows could judge. */
function withoutGrown({ checked, ...outcome }: CheckOutcome): CheckOutcome {
  return { ...outcome, checked: checked.filter(({ code }) => code !== 'value_grown') };
}

/** How the rows as a whole are called where a feature is named. */
export const ALL_ROWS = '(rows)';

function findingOf({ notable, ...checked }: Checked, pAdjusted: number | null, alpha: number): Finding[] {
  const sure = checked.pValue === null || (pAdjusted !== null && pAdjusted <= alpha);
  return notable && sure ? [{ ...checked, pAdjusted }] : [];
}

function verdictOf(
  sides: FeatureSides,
  findings: readonly Finding[],
  outcomes: ReadonlyMap<CheckName, CheckOutcome>
): QualityVerdict {
  const checks = new Map<CheckName, Severity>();
  const unchecked: Unchecked[] = [];
  outcomes.forEach((outcome, check) => {
    const own = findings.filter((finding) => finding.check === check).map(({ severity }) => severity);
    const undecided = outcome.unchecked !== undefined;
    checks.set(check, own.length > 0 ? worst(own) : undecided ? null : 0);
    if (outcome.unchecked !== undefined) {
      unchecked.push({ check, reason: outcome.unchecked });
    }
  });
  const decided = [...checks.values()].filter((severity) => severity !== null);
  return {
    comparison: sides,
    findings: [...findings].sort((a, b) => b.severity - a.severity || (a.pAdjusted ?? 0) - (b.pAdjusted ?? 0)),
    checks,
    unchecked,
    accepted: [...outcomes.values()].flatMap(({ checked }) => checked.filter((one) => one.accepted === true)),
    severity: decided.length === 0 ? null : worst(decided),
  };
}

function worst(severities: ReadonlyArray<0 | 1 | 2>): 0 | 1 | 2 {
  return severities.includes(2) ? 2 : severities.includes(1) ? 1 : 0;
}
