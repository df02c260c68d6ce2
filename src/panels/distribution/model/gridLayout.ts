export interface GridLayout {
  readonly columns: number;
  readonly cardWidth: number;
  readonly cardHeight: number;
}

export const CARD_GAP = 12;
const MIN_WIDTH = 240;
const MIN_HEIGHT = 200;
/** Where the panel is scrolled anyway there is height enough. */
const SCROLLED_HEIGHT = 250;
/** Width over height at which a chart reads best. */
const BEST_RATIO = 1.7;

/** How to lay out charts of equal size: filling the panel where they fit, and scrolled down where they don't. */
export function gridLayout(count: number, width: number, height: number): GridLayout {
  const most = Math.max(1, Math.min(count, Math.floor((width + CARD_GAP) / (MIN_WIDTH + CARD_GAP))));
  let best: GridLayout | undefined;
  for (let columns = 1; columns <= most; columns++) {
    const rows = Math.ceil(count / columns);
    const cardWidth = Math.floor((width - (columns - 1) * CARD_GAP) / columns);
    const cardHeight = Math.floor((height - (rows - 1) * CARD_GAP) / rows);
    const fits = count === 1 || cardHeight >= MIN_HEIGHT;
    if (fits && (!best || distance(cardWidth, cardHeight) < distance(best.cardWidth, best.cardHeight))) {
      best = { columns, cardWidth, cardHeight };
    }
  }
  const cardWidth = Math.floor((width - (most - 1) * CARD_GAP - 10) / most);
  return (
    best ?? {
      columns: most,
      cardWidth,
      cardHeight: Math.min(Math.max(SCROLLED_HEIGHT, Math.round(cardWidth / BEST_RATIO)), 320),
    }
  );
}

function distance(width: number, height: number): number {
  return Math.abs(Math.log(width / height / BEST_RATIO));
}
