import { versionsDecisionSchema } from '../../src/query/versionsQuery';
import { seededRandom, type SeededRandom } from '../../src/statistics/random/seededRandom';
import { traceVersions } from '../../src/verdict/versions/traceVersions';
import type { VersionWindow } from '../../src/verdict/versions/VersionTrace';
import { drawPoisson } from './drawPoisson';
import { row, share } from './markdown';

/** A month of hours, and the hour after which the canary of the second simulation gets no call. */
const HOURS = 720;
const STOP = 360;
const RANGES = 400;
const STEADY = 'steady';

interface Canary {
  readonly calls: number;
  readonly share: number;
  /** How its calls come: one by one, ten at a time by one user, or with a day's tides of all traffic. */
  readonly comes: 'steady' | 'bursts of ten' | 'tides';
}

const CANARIES: readonly Canary[] = [
  ...[30, 150, 1000].flatMap((calls) =>
    [0.002, 0.005, 0.01, 0.03, 0.1].map((part): Canary => ({ calls, share: part, comes: STEADY }))
  ),
  { calls: 150, share: 0.01, comes: 'bursts of ten' },
  { calls: 150, share: 0.05, comes: 'bursts of ten' },
  { calls: 150, share: 0.01, comes: 'tides' },
];

/** How often a canary whose share stays the same is said to have vanished, and how soon one that stopped is. */
export function versionSections(): Record<string, string[]> {
  return {
    'Versions: a canary that stays, and one that stops': [
      `${RANGES} ranges of ${HOURS} hours each. *vanished*: the canary is said to have vanished at least once, though its share`,
      `never changes. *hours to tell*: median and 95th percentile of the hours from its last call to the word, where it stops`,
      `after ${STOP} hours; *told*: ranges in which the word comes before they end.`,
      '',
      '| calls an hour | share | calls come | vanished (95 % interval) | told | hours to tell |',
      '|---|---|---|---|---|---|',
      ...CANARIES.map(canaryRow),
    ],
  };
}

function canaryRow(canary: Canary): string {
  const random = seededRandom(1, JSON.stringify(canary));
  let vanished = 0;
  const delays: number[] = [];
  for (let range = 0; range < RANGES; range++) {
    vanished += vanishings(hoursOf(canary, HOURS, random)).length > 0 ? 1 : 0;
    const last = vanishings(hoursOf(canary, STOP, random)).at(-1);
    if (last !== undefined) {
      delays.push(last.noticed - last.time);
    }
  }
  delays.sort((a, b) => a - b);
  const at = (part: number) => delays[Math.floor(part * delays.length)] ?? '–';
  const told = `${delays.length} of ${RANGES}`;
  return row([
    canary.calls,
    `${100 * canary.share} %`,
    canary.comes,
    share(vanished, RANGES),
    told,
    `${at(0.5)}, ${at(0.95)}`,
  ]);
}

function vanishings(hours: readonly VersionWindow[]) {
  const { changes } = traceVersions({}, hours, versionsDecisionSchema.parse({}));
  return changes.filter(({ kind, version }) => kind === 'vanished' && version === 'canary');
}

function hoursOf({ calls, share: part, comes }: Canary, stop: number, random: SeededRandom): VersionWindow[] {
  return Array.from({ length: HOURS }, (_, hour) => {
    const traffic = comes === 'tides' ? calls * (1 + 0.9 * Math.sin((2 * Math.PI * hour) / 24)) : calls;
    const size = comes === 'bursts of ten' ? 10 : 1;
    const canary = hour < stop ? size * drawPoisson((part * traffic) / size, random) : 0;
    const stable = drawPoisson((1 - part) * traffic, random);
    const byVersion = new Map([...(canary > 0 ? [['canary', canary] as const] : []), ['stable', stable] as const]);
    return { window: { from: hour, to: hour + 1 }, byVersion, rest: 0, unversioned: 0 };
  });
}
