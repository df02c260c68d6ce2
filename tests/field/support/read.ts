import type { Distribution } from '../../../src/distribution/Distribution';
import type { Result } from '../../../src/evaluate/Result';
import { describeVolume } from '../../../src/verdict/volume/describeVolume';
import type { Answer } from './FieldCase';

type Kind<K extends Result['kind']> = Extract<Result, { kind: K }>;

/** The result, where the question was answered with one of the kind. */
export function resultOf<K extends Result['kind']>({ result, error }: Answer, kind: K): Kind<K> {
  if (result?.kind !== kind) {
    throw new Error(`no result of the kind ${kind}: ${error ?? result?.kind ?? 'nothing'}`);
  }
  return result as Kind<K>;
}

/** Feature to verdict, with the segment where there are some. */
export function verdictsOf(answer: Answer): Record<string, string> {
  const { verdicts } = resultOf(answer, 'drift');
  return Object.fromEntries(
    verdicts.map(({ comparison: { feature, segment }, verdict }) => [
      [feature, ...Object.values(segment)].join(' '),
      verdict,
    ])
  );
}

/** Documents of the current window by segment. */
export function totalsOf(answer: Answer): Record<string, number> {
  const { verdicts } = resultOf(answer, 'drift');
  return Object.fromEntries(
    verdicts.map(({ comparison: { segment, current } }) => [Object.values(segment).join(' '), current.counts.total])
  );
}

/** The current distribution of a feature. */
export function currentOf(answer: Answer, feature: string): Distribution {
  const found = resultOf(answer, 'drift').verdicts.find(({ comparison }) => comparison.feature === feature);
  if (found === undefined) {
    throw new Error(`no verdict for ${feature}`);
  }
  return found.comparison.current;
}

/** Feature to the codes of its findings, of the last window; without those of rows where they have none. */
export function findingsOf(answer: Answer): Record<string, string[]> {
  const { verdicts } = resultOf(answer, 'quality');
  return Object.fromEntries(
    verdicts
      .map(({ comparison, findings }): [string, string[]] => [comparison.feature, findings.map(({ code }) => code)])
      .filter(([feature, codes]) => feature !== '(rows)' || codes.length > 0)
  );
}

/** Values and severities of a measure, by time. */
export function volumeOf(answer: Answer, measure: string): Array<[number | null, number | null]> {
  return resultOf(answer, 'volume')
    .verdicts.filter((one) => one.measure === measure)
    .sort((a, b) => a.window.from - b.window.from)
    .map(({ value, severity }) => [value, severity]);
}

/** Why the windows of a volume have their verdicts, one after the other. */
export function volumeReasons(answer: Answer): string {
  return resultOf(answer, 'volume').verdicts.map(describeVolume).join('|');
}
