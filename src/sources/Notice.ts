/** Said to the user beside a result: an explanation, or a warning that the result may not be everything, or not right. */
export type Notice = string | Warning;

export interface Warning {
  readonly severity: 'warning';
  readonly text: string;
}

export function warning(text: string): Warning {
  return { severity: 'warning', text };
}

export function noticeText(notice: Notice): string {
  return typeof notice === 'string' ? notice : notice.text;
}

/** Each once, in their order. */
export function distinctNotices(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}
