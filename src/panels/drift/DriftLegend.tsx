import React from 'react';
import type { VerdictWord } from '../../verdict/Verdict';
import type { Subject } from '../shared/Subject';
import { VerdictLegend } from '../shared/VerdictLegend';
import type { DriftMap } from './model/DriftMap';
import { EFFECT_COLUMNS } from './model/effectColumns';

interface Props {
  map: DriftMap;
  words: ReadonlySet<VerdictWord>;
  /** What was compared with, in words; empty where that can't be told. */
  provenance: string;
  isNarrow: boolean;
}

/** What the words and the drawing of the map mean. */
export function DriftLegend({ map: { subject, hasEvidence }, words, provenance, isNarrow }: Props) {
  return (
    <VerdictLegend subject={subject} words={words} isNarrow={isNarrow}>
      {provenance !== '' && (
        <>
          <dt>Baseline</dt>
          <dd>{provenance}</dd>
        </>
      )}
      {hasEvidence && (
        <>
          <dt>Evidence</dt>
          <dd>{EVIDENCE_MEANING}</dd>
        </>
      )}
      <dt>{EFFECT_COLUMNS[subject].single}</dt>
      <dd>{EFFECT_MEANINGS[subject]}</dd>
    </VerdictLegend>
  );
}

const EFFECT_MEANINGS: Readonly<Record<Subject, string>> = {
  drift:
    'Effect size. On the bar, the small mark is the effect expected by chance, and the line in the middle is the threshold above it. In the map, a taller cell has a larger effect.',
  quality: 'Most severe issue of a feature. A taller cell is more severe. Point to a cell to see the next step.',
  volume:
    'Deviation from the expected value. On the bar, the line in the middle is the limit of the expected range. In the map, a taller cell deviates more.',
};

const EVIDENCE_MEANING =
  'The line is how many times its natural variation each window differs, in limits. Above the dashed line a change is significant; it is an alarm (filled) if it is also large. The band is what 90% of the past windows lie between. The scale ends at 1.5 limits.';
