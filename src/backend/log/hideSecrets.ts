const SHORTEST = 4;

/** The text with every secret in it replaced, so that it can be logged or shown. */
export function hideSecrets(text: string, secrets: Iterable<string>): string {
  let hidden = text;
  for (const secret of [...secrets].filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length)) {
    for (const written of new Set([secret, encodeURIComponent(secret)])) {
      hidden = hidden.replaceAll(written, '[hidden]');
    }
  }
  return hidden;
}
