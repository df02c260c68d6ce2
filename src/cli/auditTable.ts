import type { AuditResult, Rate } from '../evaluate/audit/AuditResult';
import type { Significance } from '../query/driftDecision';
import { alignColumns } from './alignColumns';
import { noticeLines } from './noticeLines';
import { printableLines } from './printable';
import { shortNumber } from './shortNumber';

const MOST_EPISODES = 25;

/** An audit for people: what each mode would have done, what the rule itself fired on, and how fast it tells a shift. */
export function auditTable(result: AuditResult, own: Significance): string {
  const { per, replays, shuffled, planted, notices } = result;
  const header = [
    'significance',
    'looks',
    'undecided',
    'alarms',
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
    ...fired.slice(0, MOST_EPISODES).map(({ from, to, feature, segment, reason, others }) => {
      const name = [feature, ...Object.entries(segment).map(([key, value]) => `${key} ${value}`)].join(', ');
      const more = others === 0 ? '' : ` (and ${others} more)`;
      return `${shortTime(from)} to ${shortTime(to)}: ${name}${more}: ${reason}`;
    }),
    ...(fired.length > MOST_EPISODES
      ? [`… and ${fired.length - MOST_EPISODES} more: use --format json to list all.`]
      : []),
    ...(notices.length > 0 ? ['', ...noticeLines(notices)] : []),
  ]);
}

function line(rate: Rate): string[] {
  const { significance, looks, undecided, alarms, episodes, promised } = rate;
  return [
    significance,
    String(looks),
    String(undecided),
    String(alarms),
    String(episodes),
    rate.rate === null
      ? '-'
      : `${shortNumber(rate.rate)} (${shortNumber(rate.rateLow)} to ${shortNumber(rate.rateHigh)})`,
    looks === 0 ? '-' : `${shortNumber(promised)} ${significance === 'sequential' ? 'episodes' : 'alarms'}`,
  ];
}

function shortTime(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
