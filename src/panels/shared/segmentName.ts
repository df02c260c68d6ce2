/** A segment in words: `origin JFK, carrier AA` */
export function segmentName(segment: Readonly<Record<string, string>>): string {
  return Object.entries(segment)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
