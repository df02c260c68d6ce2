import React from 'react';
import type { QueryDraft } from '../../ModelwatchQuery';
import { takesKey } from '../../queryKeys';
import { t } from '../../text';
import { ArrivalFields } from '../quality/ArrivalFields';
import { CheckFields } from '../quality/CheckFields';
import { Disclosure } from '../fields/Disclosure';
import type { SectionProps } from '../SectionProps';
import { ChangeDecisionFields } from './ChangeDecisionFields';
import { DecisionFields } from './DecisionFields';
import { PerformanceDecisionFields } from './PerformanceDecisionFields';
import { TimingFields } from './TimingFields';
import { VersionsDecisionFields } from './VersionsDecisionFields';
import { VolumeDecisionFields } from './VolumeDecisionFields';

/** What most queries leave as it is; closed it says what was changed. */
export function DecisionSection(props: SectionProps) {
  const { draft } = props;
  const kind = draft.kind ?? 'drift';
  return (
    <Disclosure
      title={
        takesKey(kind, 'checks')
          ? t('decision.titleOfChecks', 'Checks, decision, and timing')
          : t('decision.title', 'Decision and timing')
      }
      summary={summary(draft)}
    >
      {takesKey(kind, 'checks') && <CheckFields {...props} />}
      {takesKey(kind, 'arrival') && <ArrivalFields {...props} />}
      <Decision {...props} />
      <TimingFields {...props} />
    </Disclosure>
  );
}

function Decision(props: SectionProps) {
  switch (props.draft.kind) {
    case 'change':
      return <ChangeDecisionFields {...props} />;
    case 'volume':
      return <VolumeDecisionFields {...props} />;
    case 'performance':
      return <PerformanceDecisionFields {...props} />;
    case 'versions':
      return <VersionsDecisionFields {...props} />;
    default:
      return <DecisionFields {...props} />;
  }
}

function summary({ decision = {}, delay, timezone, minimumCount, checks, slice, arrival }: QueryDraft): string {
  const { thresholds, calibration, ...own } = decision;
  const set = Object.entries({
    ...own,
    ...calibration,
    ...thresholds,
    checks,
    slice,
    arrival: arrival?.field,
    delay,
    timezone,
    minimumCount,
  })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${String(value)}`);
  return set.length === 0 ? t('decision.defaults', 'Defaults') : set.join(', ');
}
