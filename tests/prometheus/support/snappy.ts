const LITERAL_BYTES = 65_536;

/** Snappy's block format with nothing compressed: literals alone. Enough for a receiver that insists on the format. */
export function snappy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts: number[][] = [varint(bytes.length)];
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; from += LITERAL_BYTES) {
    const chunk = bytes.subarray(from, from + LITERAL_BYTES);
    // Tag 61 of the kind "literal": the length less one follows in two bytes.
    parts.push([61 << 2, (chunk.length - 1) & 0xff, (chunk.length - 1) >> 8]);
    chunks.push(chunk);
  }
  const [length, ...tags] = parts.map((part) => Uint8Array.from(part));
  return new Uint8Array(Buffer.concat([length, ...tags.flatMap((tag, i) => [tag, chunks[i]])]));
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) | 128);
  }
  return [...bytes, rest];
}
