import { sampleFromValues } from '../../src/distribution/sampleFromValues';
import { decisionSchema } from '../../src/query/decision';
import { drawNormal } from '../../src/statistics/random/drawNormal';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import { sliceCauses } from '../../src/evaluate/causes/sliceCauses';
import { decideWindow } from '../../src/verdict/decideWindow';
import type { Comparison } from '../../src/verdict/Verdict';
import { row, share } from './markdown';

const TRIES = 300;
const DECISION = decisionSchema.parse({});

interface Situation {
  readonly name: string;
  /** Rows of a side. */
  readonly rows: number;
  /** Fields, each with so many values; none of them has an effect. */
  readonly fields: readonly number[];
  /** Standard deviations by which all rows shift. */
  readonly shift: number;
  /** The first field's first value lies this much higher, and its share goes from a third to two thirds. */
  readonly mix?: number;
}

const SITUATIONS: readonly Situation[] = [
  { name: 'all rows shift by 0.3', rows: 1000, fields: [4, 4, 4], shift: 0.3 },
  { name: 'all rows shift by 0.3', rows: 5000, fields: [4, 10, 20], shift: 0.3 },
  { name: 'all rows shift by 1', rows: 2000, fields: [10, 20, 40], shift: 1 },
  { name: 'shares flip, nothing inside', rows: 2000, fields: [2, 10], shift: 0, mix: 1.5 },
];

/** Slices without an effect: how often one is named, said to explain a fifth, or found to drift inside. */
export function causeSections(): Record<string, string[]> {
  return {
    'Causes: slices without an effect': [
      'Drift everywhere, or another mix of the first field alone; the other fields have no effect at all. A value or mix of theirs that is named is a false one. "More than 20%" is what the answer would put first. Inside are verdicts of slices that did not change.',
      '',
      '| situation | rows a side | values of the fields | tries | a false cause is named (95 % interval) | it explains more than 20 % | the mix is first | drift or warning inside an unchanged slice, any of a try |',
      '|---|---|---|---|---|---|---|---|',
      ...SITUATIONS.map(measure),
    ],
  };
}

function measure({ name, rows, fields, shift, mix }: Situation): string {
  const random = seededRandom(1, `causes ${name} ${rows}`);
  let [tries, named, large, first, inside] = [0, 0, 0, 0, 0];
  while (tries < TRIES) {
    const side = (isAfter: boolean) =>
      Array.from({ length: rows }, () => {
        const codes = fields.map((values) => random.below(values));
        if (mix !== undefined) {
          codes[0] = Number(random.next() < (isAfter ? 1 : 2) / 3);
        }
        const value = drawNormal(random) + (isAfter ? shift : 0) + (codes[0] === 0 ? (mix ?? 0) : 0);
        return { codes, value };
      });
    const [before, after] = [side(false), side(true)];
    const sample = (some: ReturnType<typeof side>) => sampleFromValues(some.map(({ value }) => value));
    const compared = (
      segment: Record<string, string>,
      keep: (one: (typeof before)[number]) => boolean
    ): Comparison => ({
      ...{ feature: 'x', type: 'numeric', segment },
      ...{ baseline: sample(before.filter(keep)), current: sample(after.filter(keep)) },
    });
    const [verdict] = decideWindow([compared({}, () => true)], 'auto', DECISION);
    const slices = fields.flatMap((values, field) =>
      Array.from({ length: values }, (_, code) =>
        compared({ [`f${field}`]: `v${code}` }, ({ codes }) => codes[field] === code)
      )
    );
    const within = decideWindow(slices, 'auto', DECISION);
    const target = { ...verdict, window: null, baselineWindow: null };
    const { causes } = sliceCauses(
      target,
      within,
      { decision: DECISION, minimumCount: 0 },
      { since: null, isOrEarlier: false }
    );
    const isFalse = ({ field }: (typeof causes)[number]) => mix === undefined || field !== 'f0';
    tries++;
    named += Number(causes.some(isFalse));
    large += Number(causes.some((cause) => isFalse(cause) && (cause.explained ?? 0) > 0.2));
    const best = [...causes].sort((a, b) => (b.explained ?? 0) - (a.explained ?? 0))[0];
    first += Number(mix !== undefined && best?.field === 'f0');
    const unchanged = within.filter(({ comparison }) => shift === 0 && 'f0' in comparison.segment);
    inside += Number(unchanged.some(({ severity }) => (severity ?? 0) > 0));
  }
  return row([
    ...[name, rows.toLocaleString('en-US'), fields.join(', '), tries, share(named, tries), share(large, tries)],
    ...[mix === undefined ? '–' : share(first, tries), mix === undefined ? '–' : share(inside, tries)],
  ]);
}
