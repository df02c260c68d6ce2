import type { FrameLike } from '../../frames/FrameLike';

/** Names of the queries that frames answer, each once, in their order. */
export function queriesOf(frames: readonly FrameLike[]): string[] {
  return [...new Set(frames.map(({ refId }) => refId ?? ''))];
}

/** `A, B and C` */
export function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
