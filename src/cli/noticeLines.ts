import { type Notice, noticeText } from '../evaluate/Result';

/** Notices for people, warnings first. */
export function noticeLines(notices: readonly Notice[]): string[] {
  const isInfo = (notice: Notice) => typeof notice === 'string';
  return [
    ...notices.filter((notice) => !isInfo(notice)).map((notice) => `Warning: ${noticeText(notice)}`),
    ...notices.filter(isInfo).map((notice) => `Note: ${noticeText(notice)}`),
  ];
}
