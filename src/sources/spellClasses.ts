import { isBlank, isUsualMarker } from '../distribution/cell/missingMarkers';
import { plainText } from '../distribution/cell/plainText';
import { isTruth, truthOf } from '../distribution/truthOf';

export interface SpellOptions {
  /** Markers of missing values, such as NA, are classes like any other. */
  readonly keepMarkers?: boolean;
}

/** The name of a class as one writes it, or null where the text stands for a missing value. */
export type ClassSpelling = (text: string) => string | null;

/**
 * One name for each class, however predictions and labels write it: as `plainText` says (1.0 is 1, blanks around don't count),
 * and, where all of both are truths, true, True, yes and 1 as one, named as the labels write it. Blanks and NaN are missing,
 * and so are NA, None, null and other markers in words that one side alone has. Nothing else is one: 01 is not 1, nor Late late.
 */
export function spellClasses(
  predicted: readonly string[],
  actual: readonly string[],
  { keepMarkers = false }: SpellOptions = {}
): ClassSpelling {
  const sides = [actual, predicted].map((texts) => new Set(texts.map(plainText)));
  const isOnBoth = (plain: string) => sides.every((side) => side.has(plain));
  const isMissing = (plain: string) => isNone(plain) || (!keepMarkers && isMarker(plain) && !isOnBoth(plain));
  const names = sides.map((side) => [...side].filter((plain) => !isMissing(plain)).sort());
  const all = names.flat();
  const byTruth = new Map<string, string>();
  for (const plain of all.every(isTruth) ? all : []) {
    const truth = truthOf(plain);
    byTruth.set(truth, byTruth.get(truth) ?? plain);
  }
  return (text) => {
    const plain = plainText(text);
    return isMissing(plain) ? null : (byTruth.get(truthOf(plain)) ?? plain);
  };
}

function isNone(plain: string): boolean {
  return isBlank(plain) || /^[+-]?nan$/i.test(plain);
}

/** Those in words, and the question mark: + and - are classes. */
function isMarker(plain: string): boolean {
  return /[a-z?]/i.test(plain) && isUsualMarker(plain);
}
