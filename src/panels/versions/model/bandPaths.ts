import type { BoardWindow, VersionEntry } from './VersionBoard';

export interface Band {
  readonly version: string;
  /** Of all its windows. */
  readonly path: string;
  /** Where its name has most room: the middle of the largest box within its windows that is high enough; null where none is. */
  readonly label: { readonly x: number; readonly y: number; readonly width: number } | null;
}

/** As high as a line of the label. */
const LABEL_HEIGHT = 14;

/**
 * The versions' shares stacked, in the order of `order` from the bottom up: one path for each, a box for each window, in
 * pixels. Windows without calls have none.
 */
export function bandPaths(
  versions: readonly VersionEntry[],
  windows: readonly BoardWindow[],
  order: readonly string[],
  { width, height }: { readonly width: number; readonly height: number }
): Band[] {
  const below = windows.map(() => 0);
  const byName = new Map(versions.map((version) => [version.version, version]));
  return order.flatMap((name): Band[] => {
    const entry = byName.get(name);
    if (entry === undefined) {
      return [];
    }
    const boxes = windows.map((window, index) => {
      const share = entry.shares[index] ?? 0;
      const [low, high] = [below[index], below[index] + share].map((sum) => Math.round((1 - sum) * height));
      below[index] += share;
      const [left, right] = [Math.round(window.left * width), Math.round(window.right * width)];
      return { x: left, y: high, width: Math.max(1, right - left), height: low - high };
    });
    const path = boxes
      .filter((box) => box.height > 0)
      .map((box) => `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`)
      .join('');
    return [{ version: name, path, label: labelPlace(boxes) }];
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes beside one another, and the strip that they share. */
interface Run {
  readonly x: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
}

/** The largest of the strips that boxes beside one another share. */
function labelPlace(boxes: readonly Box[]): Band['label'] {
  let best: Run | null = null;
  let run: Run | null = null;
  for (const box of boxes) {
    run = longer(run, box);
    if (run !== null && (best === null || area(run) > area(best))) {
      best = run;
    }
  }
  return best && { x: (best.x + best.end) / 2, y: (best.top + best.bottom) / 2, width: best.end - best.x };
}

/** The run with one more box, or a new one that begins with it; null where neither is high enough. */
function longer(run: Run | null, { x, y, width, height }: Box): Run | null {
  const alone: Run = { x, end: x + width, top: y, bottom: y + height };
  const joined = run && { ...alone, x: run.x, top: Math.max(run.top, y), bottom: Math.min(run.bottom, y + height) };
  return [joined, alone].find((one) => one !== null && one.bottom - one.top >= LABEL_HEIGHT) ?? null;
}

function area({ x, end, top, bottom }: Run): number {
  return (end - x) * (bottom - top);
}
