/** What Grafana itself says, as against the store behind it, whose answers have an `error` and no message. */
export function grafanaMessage(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const isObject = typeof body === 'object' && body !== null;
    return isObject && 'message' in body && typeof body.message === 'string' && !('error' in body)
      ? body.message
      : undefined;
  } catch {
    return undefined;
  }
}
