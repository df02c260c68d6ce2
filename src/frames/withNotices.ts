import type { Frame } from './Frame';

/** Grafana gathers the notices of all frames: the first one carries them. */
export function withNotices(frames: Frame[], notices: readonly string[]): Frame[] {
  if (notices.length === 0 || frames.length === 0) {
    return frames;
  }
  const [first, ...others] = frames;
  const shown = notices.map((text) => ({ severity: 'info' as const, text }));
  return [{ ...first, meta: { ...first.meta, notices: shown } }, ...others];
}
