const DAY = 86_400_000;

/**
 * Title and text for somebody who makes a rule while looking at a time that is over: a rule always looks at the time up to
 * now, where recorded data may have no rows. Null where the shown time ends now. Times in milliseconds.
 */
export function recordedNotice(shownUntil: number, now: number): [title: string, text: string] | null {
  if (now - shownUntil < DAY) {
    return null;
  }
  const day = new Date(shownUntil).toISOString().slice(0, 10);
  return [
    'The rule looks at the time up to now',
    `The time that you look at ended on ${day}. A rule can't look at it: without newer rows it has no data. Choose a connection whose data arrive now, or one with Replay.`,
  ];
}
