import React from 'react';
import { dateTimeFormat } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { PERFORMANCE_WORD_NAMES, PERFORMANCE_WORDS } from '../shared/performanceWords';
import { VerdictGlyph } from '../shared/VerdictGlyph';
import { WordLegend } from '../shared/WordLegend';
import { metricWords } from './model/metricWords';
import type { PerformanceBoard, Track } from './model/PerformanceBoard';

interface Props {
  board: PerformanceBoard;
  selected: Track;
  isNarrow: boolean;
  timeZone: TimeZone;
}

/** The verdicts that occur; behind the button what each means, and what the selected metric and the baseline are. */
export function BoardLegend({ board, selected, isNarrow, timeZone }: Props) {
  const words = new Set(board.tracks.flatMap(({ points }) => points.map(({ row }) => row.verdict)));
  const entries = PERFORMANCE_WORD_NAMES.map((name) => ({
    key: name,
    glyph: <VerdictGlyph verdict={name} size={10} />,
    ...PERFORMANCE_WORDS[name],
  }));
  return (
    <WordLegend
      named={entries.filter(({ key }) => words.has(key)).slice(0, isNarrow ? 2 : 5)}
      explained={entries}
      isNarrow={isNarrow}
    >
      <dt>{selected.name}</dt>
      <dd>{metricWords(selected.metric).meaning}</dd>
      {board.baselines.length > 0 && (
        <>
          <dt>Baseline</dt>
          <dd>{board.baselines.join('; ')}</dd>
        </>
      )}
      {board.asOf !== null && (
        <>
          <dt>Labels known by</dt>
          <dd>{dateTimeFormat(board.asOf, { timeZone, format: 'D MMM YYYY HH:mm' })}</dd>
        </>
      )}
    </WordLegend>
  );
}
