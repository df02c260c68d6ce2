/**
 * Icons that @grafana/ui names but does not bring along, because Grafana's core does. Those that the preview's own
 * controls need are drawn here; every other one is a ring.
 */
const DRAWN: Record<string, string> = {
  'angle-double-left': '<path d="M11 7l-5 5 5 5M18 7l-5 5 5 5"/>',
  spinner: '<path d="M12 3a9 9 0 1 0 9 9"/>',
};
const RING = '<circle cx="12" cy="12" r="6"/>';

export function missingIcon(name: string): string {
  const style = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g ${style}>${DRAWN[name] ?? RING}</g></svg>`;
}
