import { type Significance, significanceSchema } from '../query/driftDecision';
import { isDuration } from '../query/duration';
import { CommandLineError } from './CommandLineError';
import { oneOf } from './parseOptions';

/** Options of `modelwatch drift` that compare windows of time. */
export const OVER_TIME_OPTIONS = {
  significance: { type: 'string' },
  time: { type: 'string' },
  window: { type: 'string' },
  season: { type: 'string' },
  seasons: { type: 'string' },
  'false-alarm-every': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const;

export const OVER_TIME_HELP = `  --significance NAME   iid (default): all rows are independent; calibrated: windows vary as past windows do; sequential:
                        the same for a rule that runs for ever. Both compare windows of --current over time:
      --time COLUMN     when rows were logged
      --window DURATION the length of a window, such as 1h or 1d
      --season DURATION after this time hours and days repeat; default: 1w
      --seasons N       seasons to learn from; default: 8
      --false-alarm-every DURATION
                        sequential: one false alarm in this time, on average; default: 90d
      --from TIME --to TIME
                        windows to judge; default: all
      Without --baseline, windows are compared with the same time of the four seasons before.
`;

export interface OverTimeOptions {
  readonly significance: Exclude<Significance, 'iid'>;
  readonly timeField: string;
  readonly window: string;
  readonly season: string | undefined;
  readonly seasons: number | undefined;
  readonly falseAlarmEvery: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

type Typed = { readonly [Name in keyof typeof OVER_TIME_OPTIONS]?: string };

/** Reads them; undefined where files are compared as a whole. Throws a CommandLineError. */
export function readOverTime(typed: Typed): OverTimeOptions | undefined {
  const { significance: text = 'iid', time, window, season, from, to } = typed;
  const falseAlarmEvery = typed['false-alarm-every'];
  const significance = oneOf('significance', text, significanceSchema.options);
  if (significance === 'iid') {
    const [needless] = Object.entries(typed).filter(
      ([name, value]) => name !== 'significance' && name in OVER_TIME_OPTIONS && value !== undefined
    );
    if (needless !== undefined) {
      throw new CommandLineError(`--${needless[0]} belongs to --significance calibrated or sequential.`);
    }
    return undefined;
  }
  if (time === undefined || window === undefined) {
    throw new CommandLineError(
      `--significance ${significance} compares windows over time: it needs --time COLUMN and --window DURATION.`
    );
  }
  Object.entries({ window, season, 'false-alarm-every': falseAlarmEvery }).forEach(([name, value]) => {
    if (value !== undefined && !isDuration(value)) {
      throw new CommandLineError(`--${name}: "${value}" is not a duration: write a number and a unit, such as 1d.`);
    }
  });
  return {
    significance,
    timeField: time,
    window,
    season,
    seasons: typed.seasons === undefined ? undefined : readSeasons(typed.seasons),
    falseAlarmEvery,
    from,
    to,
  };
}

function readSeasons(text: string): number {
  if (!/^\d+$/.test(text.trim())) {
    throw new CommandLineError(`--seasons: "${text}" is not a whole number.`);
  }
  return Number(text);
}
