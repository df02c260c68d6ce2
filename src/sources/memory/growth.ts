/** Bytes that the columns under way in this thread have asked for so far: what scans text looks how much that was. */
export const growth = { bytes: 0 };
