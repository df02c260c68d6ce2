import type { AuditResult, Fired, Rate, Replay } from '../evaluate/audit/AuditResult';
import type { Significance } from '../query/driftDecision';
import { alignColumns } from './alignColumns';
import { listed } from './listed';
import { noticeLines } from './noticeLines';
import { printableLines } from './printable';
import { shortNumber } from './shortNumber';
import { shortTime } from './shortTime';

const MOST_EPISODES = 25;

/** An audit for people: what each mode would have done, what the rule itself fired on, and how fast it tells a shift. */
export function auditTable(result: AuditResult, own: Significance): string {
  const { per, replays, shuffled, halves, planted, notices } = result;
  const header = [
    'significance',
    'looks',
    'undecided',
    'alarms',
    'of looks',
    'episodes',
    `in ${shortNumber(per)} days`,
    'promised',
  ];
  const rule = replays.find(({ significance }) => significance === own);
  const fired = rule?.fired ?? [];
  return printableLines([
    `Replayed from ${shortTime(result.range.from)} to ${shortTime(result.range.to)} UTC. This query says "${own}".`,
    '',
    ...alignColumns([header, ...replays.map(line)]),
    ...replays.flatMap(({ significance, problem }) => (problem === undefined ? [] : [`${significance}: ${problem}`])),
    ...(shuffled.some(({ looks }) => looks > 0)
      ? ['', 'The same seasons in random order:', ...alignColumns([header, ...shuffled.map(line)])]
      : []),
    ...(halves.some(({ looks }) => looks > 0)
      ? ['', 'Each window beside a random half of its own rows:', ...alignColumns([header, ...halves.map(line)])]
      : []),
    ...(replays.some(({ marked }) => marked.precision !== null)
      ? ['', 'Episodes that people marked:', ...alignColumns([MARKED, ...replays.map(markedLine)])]
      : []),
    ...(planted.length > 0
      ? [
          '',
          'Shifts planted a quarter into each season, in one feature:',
          ...alignColumns([
            ['significance', 'size in sd', 'found', 'median windows until drift'],
            ...planted.map(({ significance, size, seasons, found, delay }) => [
              significance,
              String(size),
              `${found} of ${seasons}`,
              delay === null ? '-' : shortNumber(delay),
            ]),
          ]),
        ]
      : []),
    ...(fired.length > 0 ? ['', `What "${own}" fired on:`] : []),
    ...listed(fired.map(episodeLine), MOST_EPISODES),
    ...(notices.length > 0 ? ['', ...noticeLines(notices)] : []),
  ]);
}

const MARKED = ['significance', 'true alarms', 'false alarms', 'not marked', 'precision'];

function markedLine({ significance, marked }: Replay): string[] {
  const { trueAlarms, falseAlarms, unmarked, precision, low, high } = marked;
  const percent = (share: number | null) => `${shortNumber(100 * (share ?? NaN))}%`;
  return [
    significance,
    String(trueAlarms),
    String(falseAlarms),
    String(unmarked),
    precision === null ? '-' : `${percent(precision)} (${percent(low)} to ${percent(high)})`,
  ];
}

function line(rate: Rate): string[] {
  const { significance, looks, undecided, alarms, episodes, promised } = rate;
  return [
    significance,
    String(looks),
    String(undecided),
    String(alarms),
    looks === 0 ? '-' : `${shortNumber((100 * alarms) / looks)}%`,
    String(episodes),
    rate.rate === null
      ? '-'
      : `${shortNumber(rate.rate)} (${shortNumber(rate.rateLow)} to ${shortNumber(rate.rateHigh)})`,
    looks === 0 ? '-' : `${shortNumber(promised)} ${significance === 'sequential' ? 'episodes' : 'alarms'}`,
  ];
}

function episodeLine({ from, to, feature, segment, reason, others }: Fired): string {
  const name = [feature, ...Object.entries(segment).map(([key, value]) => `${key} ${value}`)].join(', ');
  const more = others === 0 ? '' : ` (and ${others} more)`;
  return `${shortTime(from)} to ${shortTime(to)}: ${name}${more}: ${reason}`;
}
