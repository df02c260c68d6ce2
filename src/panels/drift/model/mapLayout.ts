import type { DriftMap } from './DriftMap';
import { rowName } from './describeRow';

export interface MapLayout {
  /** `wide`: name, strip, status and effect side by side; `narrow`: the strip below name and status. */
  readonly mode: 'wide' | 'narrow';
  readonly rowHeight: number;
  readonly stripHeight: number;
  readonly stripWidth: number;
  readonly nameWidth: number;
  readonly statusWidth: number;
  readonly effectWidth: number;
}

const CHARACTER = 7.2;
const GAP = 12;
const SCROLLBAR = 10;

/** How wide each part of a row is. */
export function mapLayout(map: DriftMap, width: number, longestStatus: number): MapLayout {
  const inner = width - SCROLLBAR;
  if (width < 560) {
    const strip = map.axis === 'single' ? 10 : 20;
    return {
      mode: 'narrow',
      rowHeight: strip + 40,
      stripHeight: strip,
      stripWidth: inner,
      nameWidth: inner,
      statusWidth: inner,
      effectWidth: 0,
    };
  }
  const longestName = Math.max(0, ...map.rows.map((row) => rowName(row).length));
  const nameWidth = Math.min(Math.max(longestName * CHARACTER + 22, 90), 0.26 * inner);
  const statusWidth = Math.min(Math.max(longestStatus * 6.3 + 8, 90), 0.3 * inner);
  const effectWidth = map.axis === 'single' ? 80 : Math.min(150, 0.18 * inner);
  return {
    mode: 'wide',
    rowHeight: 30,
    stripHeight: 24,
    stripWidth: Math.floor(inner - nameWidth - statusWidth - effectWidth - 3 * GAP),
    nameWidth,
    statusWidth,
    effectWidth,
  };
}
