import { plainText } from '../../../distribution/cell/plainText';
import { isBlank, isUsualMarker } from '../../../distribution/cell/missingMarkers';

const FIRST_BLANK = 0x20;
const DELETE = 0x7f;
const POINT = 0x2e;
const MINUS = 0x2d;
/** Without it the bits are those of no NaN, which engines may change when they copy one. */
const WITHOUT_TOP_EXPONENT = ~0x40000000;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Hash of a key of 63 bits: `low` and `high` after a call that returns true. Keys that are one by `plainText` have one hash,
 * whatever the format: 7, 7.0 and "7 " are one, 007 is another. Of ten million different keys two have the same hash in one
 * file of 100,000.
 */
export class KeyHash {
  low = 0;
  high = 0;

  /** Returns false for what is no key: blank, NaN, and markers of missing values in words, such as NA. */
  ofText(text: string): boolean {
    const plain = plainText(text);
    if (isBlank(plain) || (plain.length < 10 && /^[^0-9]+$/.test(plain) && isMissing(plain))) {
      return false;
    }
    this.begin();
    for (let i = 0; i < plain.length; i++) {
      this.add(plain.charCodeAt(i));
    }
    this.end();
    return true;
  }

  /** The same for valid UTF-8, `bytes[start, end)`, mostly without making a string. */
  ofBytes(bytes: Uint8Array, start: number, end: number): boolean {
    if (!this.isPlain(bytes, start, end)) {
      return this.ofText(utf8.decode(bytes.subarray(start, end)));
    }
    this.begin();
    for (let i = start; i < end; i++) {
      this.add(bytes[i]);
    }
    this.end();
    return true;
  }

  /** Whether `plainText` surely changes nothing: printable ASCII with a digit, no blank, no minus in front, no point. */
  private isPlain(bytes: Uint8Array, start: number, end: number): boolean {
    let hasDigit = false;
    for (let i = start; i < end; i++) {
      const byte = bytes[i];
      if (byte <= FIRST_BLANK || byte >= DELETE || byte === POINT) {
        return false;
      }
      hasDigit ||= byte >= 0x30 && byte <= 0x39;
    }
    return hasDigit && bytes[start] !== MINUS;
  }

  private begin(): void {
    this.low = 0x2545f491;
    this.high = 0x4f6cdd1d;
  }

  /** A step is one-to-one in each word, by odd multipliers (those of MurmurHash3, A. Appleby, public domain). */
  private add(unit: number): void {
    const low = Math.imul(this.low ^ unit, 0xcc9e2d51);
    const high = Math.imul(this.high ^ unit, 0x1b873593);
    this.low = low ^ (low >>> 15);
    this.high = high ^ (high >>> 13);
  }

  private end(): void {
    const low = mix(this.low ^ Math.imul(this.high, 0x9e3779b1));
    this.high = mix(this.high ^ Math.imul(low, 0x85ebca6b)) & WITHOUT_TOP_EXPONENT;
    this.low = low;
  }
}

function isMissing(plain: string): boolean {
  return /^[+-]?nan$/i.test(plain) || (/[a-z?]/i.test(plain) && isUsualMarker(plain));
}

/** The finalizer of MurmurHash3. */
function mix(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
