import type { DriftMap } from './DriftMap';
import { rowName } from './describeRow';

export interface MapLayout {
  /**
   * `inline`: name, strip, status and effect side by side; `stacked`: the status below the name; `narrow`: everything
   * below one another.
   */
  readonly mode: 'inline' | 'stacked' | 'narrow';
  readonly rowHeight: number;
  readonly stripHeight: number;
  readonly stripWidth: number;
  readonly nameWidth: number;
  readonly statusWidth: number;
  readonly effectWidth: number;
}

/** Between columns, in pixels. */
export const COLUMN_GAP = 12;

const CHARACTER = 7.3;
const SMALL_CHARACTER = 6.3;
const GLYPH = 32;
const SCROLLBAR = 10;
const EFFECT = 140;
const NARROW = 520;
const INLINE = 1000;

/** How wide each part of a row is, and how high: rows grow where the panel has height to spare. */
export function mapLayout(map: DriftMap, width: number, height: number, longestStatus: number): MapLayout {
  const inner = width - SCROLLBAR;
  const longestName = Math.max(0, ...map.rows.map((row) => rowName(row).length));
  const statusWidth = longestStatus * SMALL_CHARACTER + 8;
  const share = height / Math.max(1, map.rows.length);
  if (width < NARROW) {
    const stripHeight = map.hasEvidence ? 44 : map.axis === 'single' && map.subject !== 'quality' ? 10 : 20;
    const rowHeight = stripHeight + 40;
    return {
      mode: 'narrow',
      rowHeight,
      stripHeight,
      stripWidth: inner,
      nameWidth: inner,
      statusWidth: inner,
      effectWidth: 0,
    };
  }
  // A list of findings has their names where others have bars.
  const hasEffect = map.axis !== 'single' || map.subject !== 'quality';
  const effectWidth = !hasEffect ? 0 : map.axis === 'single' ? 76 : EFFECT;
  const isInline = width >= INLINE;
  const nameText = longestName * CHARACTER + GLYPH;
  const nameWidth = Math.round(
    isInline ? Math.min(nameText, 0.22 * inner) : Math.min(Math.max(nameText, statusWidth + GLYPH), 0.4 * inner)
  );
  const status = isInline ? Math.round(Math.min(statusWidth, 0.26 * inner)) : nameWidth;
  const used = nameWidth + effectWidth + 2 * COLUMN_GAP + (isInline ? status + COLUMN_GAP : 0);
  const rowHeight = Math.floor(
    map.hasEvidence ? clamp(share, 52, 110) : isInline ? clamp(share, 28, 36) : clamp(share, 34, 42)
  );
  return {
    mode: isInline ? 'inline' : 'stacked',
    rowHeight,
    stripHeight: rowHeight - 6,
    stripWidth: Math.floor(inner - used),
    nameWidth,
    statusWidth: status,
    effectWidth,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
