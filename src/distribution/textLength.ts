/** What is compared of a text: its number of characters, by Unicode's code points. */
export function textLength(text: string): number {
  return [...text].length;
}
