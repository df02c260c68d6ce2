import { type Notice, warning } from './Notice';

const MOST_NAMED = 5;

/** What holds classes: a column, and how its file or index is called. */
export interface ClassPlace {
  readonly name: string;
  readonly shown: string;
}

/** Classes that were probably meant to be the same. */
export function oddClasses(
  predicted: ClassPlace,
  actual: Pick<ClassPlace, 'name'>,
  predictedNames: ReadonlySet<string>,
  actualNames: ReadonlySet<string>
): Notice[] {
  const [onlyPredicted, onlyActual] = [
    [...predictedNames].filter((name) => !actualNames.has(name)),
    [...actualNames].filter((name) => !predictedNames.has(name)),
  ];
  const folded = new Map(onlyActual.map((name) => [name.toLowerCase(), name]));
  const differing = onlyPredicted.flatMap((name) => {
    const other = folded.get(name.toLowerCase());
    return other === undefined ? [] : [`"${name}" and "${other}"`];
  });
  if (differing.length > 0) {
    return [
      warning(
        `${predicted.shown}: ${differing.slice(0, MOST_NAMED).join(', ')} of ${predicted.name} and ${actual.name} differ in case and count as different classes. Write them alike.`
      ),
    ];
  }
  const isApart = actualNames.size > 0 && predictedNames.size > 0 && onlyPredicted.length === predictedNames.size;
  return isApart
    ? [
        warning(
          `${predicted.shown}: no class of ${predicted.name} (${someOf(predictedNames)}) occurs in ${actual.name} (${someOf(actualNames)}). Check that both columns hold the same classes.`
        ),
      ]
    : [];
}

function someOf(names: ReadonlySet<string>): string {
  const some = [...names].slice(0, MOST_NAMED).map((name) => `"${name}"`);
  return `${some.join(', ')}${names.size > MOST_NAMED ? ', …' : ''}`;
}
