/** The first lines of a list, and how many more there are. */
export function listed(lines: readonly string[], most: number): string[] {
  const more = lines.length - most;
  return [...lines.slice(0, most), ...(more > 0 ? [`… and ${more} more: use --format json to list all.`] : [])];
}
