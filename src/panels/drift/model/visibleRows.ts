/** The rows to draw while a list is scrolled: those in view and a few beyond. */
export function visibleRows(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number
): { first: number; end: number } {
  const overscan = 3;
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + overscan);
  return { first: Math.min(first, Math.max(0, end - 1)), end };
}

/** The scroll position nearest to the present one that shows the row in full. */
export function scrollToShow(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight];
  return top < scrollTop ? top : bottom > scrollTop + height ? bottom - height : scrollTop;
}
