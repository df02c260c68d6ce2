import type { Connections } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { WindowedQuality } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { describeFinding } from '../../src/verdict/quality/describeFinding';

/** Three months in which nothing was broken, on New York's clock, and the four weeks before that tell what is usual. */
export const SPRING = { from: Date.UTC(2013, 2, 1, 5), to: Date.UTC(2013, 5, 1, 4) };
export const DAYS = 92;
const WEEKS_BEFORE = 28;
const DAY = 86_400_000;
export const EARLIEST = SPRING.from - (WEEKS_BEFORE + 1) * DAY;

/** The largest share of daily verdicts that may alarm. */
export const MOST = 0.015;

export interface AlarmRate {
  readonly verdicts: readonly WindowedQuality[];
  readonly alarms: readonly WindowedQuality[];
  /** Upper end of the 95% interval of the share of verdicts that alarm. */
  readonly atMost: number;
}

/** Checks each day of the three months against the 28 days before it, and writes out what alarmed. */
export async function alarmRate(current: object, connections: Connections): Promise<AlarmRate> {
  const query = parseQuery({
    kind: 'quality',
    window: '1d',
    timezone: 'America/New_York',
    current,
    baseline: { kind: 'seasonal', period: '1d', count: WEEKS_BEFORE },
  });
  const result = await evaluate(query, { range: SPRING, now: Date.UTC(2014, 0, 1), connections });
  if (result.kind !== 'quality') {
    throw new Error(`a result of the kind ${result.kind}`);
  }
  const { verdicts } = result;
  const alarms = verdicts.filter(({ severity }) => severity !== 0);
  const [low, high] = wilson(alarms.length, verdicts.length);
  const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
  const share = percent(alarms.length / verdicts.length);
  process.stdout.write(
    [
      `${alarms.length} of ${verdicts.length} daily verdicts alarm: ${share}, 95% interval ${percent(low)} to ${percent(high)}`,
      ...alarms.map(({ comparison, window, findings }) => {
        const day = new Date(window?.from ?? 0).toISOString().slice(0, 10);
        return `  ${day} ${comparison.feature}: ${findings.map(describeFinding).join(' ')}`;
      }),
      '',
    ].join('\n')
  );
  return { verdicts, alarms, atMost: high };
}

/** Wilson's score interval, 95%. */
function wilson(count: number, n: number): [number, number] {
  const z = 1.959964;
  const share = count / n;
  const middle = share + z ** 2 / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return [(middle - half) / scale, (middle + half) / scale];
}
