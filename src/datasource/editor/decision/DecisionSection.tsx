import React from 'react';
import type { QueryDraft } from '../../ModelwatchQuery';
import { takesKey } from '../../queryKeys';
import { t } from '../../text';
import { Disclosure } from '../fields/Disclosure';
import type { SectionProps } from '../SectionProps';
import { DecisionFields } from './DecisionFields';
import { TimingFields } from './TimingFields';

/** What most queries leave as it is; closed it says what was changed. */
export function DecisionSection(props: SectionProps) {
  const { draft } = props;
  const decides = takesKey(draft.kind ?? 'drift', 'decision');
  return (
    <Disclosure
      title={decides ? t('decision.title', 'Decision and time') : t('timing.title', 'Time')}
      summary={summary(draft)}
    >
      {decides && <DecisionFields {...props} />}
      <TimingFields {...props} />
    </Disclosure>
  );
}

function summary({ decision = {}, delay, timezone, minimumCount }: QueryDraft): string {
  const { thresholds, ...own } = decision;
  const set = Object.entries({ ...own, ...thresholds, delay, timezone, minimumCount })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${String(value)}`);
  return set.length === 0 ? t('decision.defaults', 'as usual') : set.join(', ');
}
