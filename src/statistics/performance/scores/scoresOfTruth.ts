import { binaryScores } from '../../../outcomes/binaryScores';
import { mergeScores } from '../../../outcomes/mergeScores';
import type { ScoreTable } from '../../../outcomes/ScoreTable';
import type { Outcomes } from '../../../outcomes/Outcomes';
import type { ClassScores } from './scoresOf';

const TRUTH = 'true class';

/** Of several classes, the scores that rows gave the class that came true, all as positive ones; or why there are none. */
export function scoresOfTruth(outcomes: Outcomes, classScores: ReadonlyMap<string, string>): ClassScores | string {
  const tables: ScoreTable[] = [];
  const actual = new Set([...(outcomes.scores?.values() ?? [])].flatMap(classesWithRows));
  for (const name of actual) {
    const column = classScores.get(name);
    const table = column === undefined ? undefined : outcomes.scores?.get(column);
    if (table === undefined) {
      return `there is no column with the score of ${name}, which is the class of some rows`;
    }
    const own = table.byClass.get(name);
    tables.push({ lower: table.lower, upper: table.upper, byClass: new Map(own ? [[TRUTH, own]] : []) });
  }
  if (tables.length === 0) {
    return outcomes.labelled === 0 ? 'no row has a label' : 'no row has both a label and scores';
  }
  const merged = mergeScores(tables);
  return { ...binaryScores(merged, TRUTH), name: TRUTH };
}

function classesWithRows({ byClass }: ScoreTable): string[] {
  return [...byClass].filter(([, { counts }]) => counts.some((count) => count > 0)).map(([name]) => name);
}
