import { textLines } from '../../shared/textLines';

export interface CardLayout {
  readonly chartHeight: number;
  /** Lines that the verdict takes. */
  readonly verdictLines: number;
  /** Lines of the reason; 0 where it doesn't fit as a whole. */
  readonly reasonLines: number;
  readonly showBar: boolean;
}

/** What is written in a card; empty where it isn't wanted. */
export interface CardTexts {
  readonly title: string;
  readonly verdict: string;
  readonly reason: string;
}

export const VERDICT_LINE = 18;
export const REASON_LINE = 16;
const TITLE = 20;
const FOOTER = 36;
const BAR = 100;
const GLYPH = 18;
const CHARACTER = 6.9;
const SMALL_CHARACTER = 6.1;
const LOWEST_CHART = 100;

/** What fits into a card: the verdict and the chart always, the reason where there is room for all of it. */
export function cardLayout(width: number, height: number, { title, verdict, reason }: CardTexts): CardLayout {
  const showBar = width >= 480;
  const verdictLines = textLines(verdict, width - GLYPH - (showBar ? BAR : 0), CHARACTER);
  const free = height - (title === '' ? 0 : TITLE) - FOOTER - verdictLines * VERDICT_LINE;
  const wanted = textLines(reason, width, SMALL_CHARACTER);
  const reasonLines = free - wanted * REASON_LINE >= LOWEST_CHART ? wanted : 0;
  return { chartHeight: Math.max(60, free - reasonLines * REASON_LINE), verdictLines, reasonLines, showBar };
}
