import { type Notice, noticeText } from '../evaluate/Result';
import type { Frame } from './Frame';

/** Grafana gathers the notices of all frames: the first one carries them, warnings first. */
export function withNotices(frames: Frame[], notices: readonly Notice[]): Frame[] {
  if (notices.length === 0 || frames.length === 0) {
    return frames;
  }
  const [first, ...others] = frames;
  const of = (severity: 'warning' | 'info') =>
    notices
      .filter((notice) => (typeof notice === 'string') === (severity === 'info'))
      .map((notice) => ({ severity, text: noticeText(notice) }));
  const shown = [...of('warning'), ...of('info')];
  return [{ ...first, meta: { ...first.meta, notices: shown } }, ...others];
}
