/**
 * How many lines a text takes when it is broken between words, each character being so many pixels wide on average. An
 * estimate to lay out by, on the safe side; 0 for no text.
 */
export function textLines(text: string, width: number, characterWidth: number): number {
  const most = Math.max(1, Math.floor(width / characterWidth));
  let [lines, used] = [0, most];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    if (used + 1 + word.length > most) {
      lines += Math.max(1, Math.ceil(word.length / most));
      used = word.length % most || most;
    } else {
      used += 1 + word.length;
    }
  }
  return lines;
}
