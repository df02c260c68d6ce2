import React from 'react';
import type { VerdictWord } from '../../verdict/Verdict';
import type { Subject } from './Subject';
import { VerdictGlyph } from './VerdictGlyph';
import { VERDICTS_BY_IMPORTANCE, verdictWords } from './verdictWords';
import { WordLegend } from './WordLegend';

interface Props {
  /** What the verdicts are on: it decides how they are called. */
  subject: Subject;
  /** The words that occur; the three decided ones are always shown. */
  words: ReadonlySet<VerdictWord>;
  /** Leaves out what there is no room for. */
  isNarrow?: boolean;
  /** Said below the words' meanings. */
  children?: React.ReactNode;
}

const ALWAYS: ReadonlySet<VerdictWord> = new Set(['drift', 'warning', 'no_drift']);

/** Each word of the panel with its sign, and a button that says what they mean. */
export function VerdictLegend({ subject, words, isNarrow = false, children }: Props) {
  const shown = VERDICTS_BY_IMPORTANCE.filter((word) => ALWAYS.has(word) || words.has(word));
  const named = isNarrow ? shown.filter((word) => words.has(word)).slice(0, 3) : shown;
  const entry = (word: VerdictWord) => ({
    key: word,
    glyph: <VerdictGlyph verdict={word} size={10} />,
    ...verdictWords(subject)[word],
  });
  return (
    <WordLegend named={named.map(entry)} explained={shown.map(entry)} isNarrow={isNarrow}>
      {children}
    </WordLegend>
  );
}
