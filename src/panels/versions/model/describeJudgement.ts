import type { VerdictWord } from '../../../verdict/Verdict';
import { verdictWords } from '../../shared/verdictWords';
import type { JudgedBy, VersionJudgement } from './judgeVersion';

export interface JudgementInWords {
  readonly verdict: VerdictWord;
  /** `3 of 14 drifting, most temperature_f` */
  readonly text: string;
  /** Of what matters most. */
  readonly reason: string;
}

/** What a table says of a version, for one line. */
export function describeJudgement(by: JudgedBy, { bad, warning, judged, features, worst }: VersionJudgement) {
  const { verdict, reason, feature } = worst;
  const most = bad + warning > 1 ? 'most ' : '';
  return { verdict, reason, text: sentence() } satisfies JudgementInWords;

  function sentence(): string {
    if (judged === 0) {
      return verdictWords(by)[verdict].label;
    }
    if (bad > 0) {
      return by === 'drift'
        ? `${bad} of ${features} drifting, ${most}${feature}`
        : `${bad} of ${features} failed, ${most}${feature}`;
    }
    if (warning > 0) {
      return `${warning} of ${features} with a warning, ${most}${feature}`;
    }
    return by === 'drift' ? `no drift in ${judged} of ${features}` : `${judged} of ${features} passed`;
  }
}
