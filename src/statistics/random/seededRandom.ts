// Read once: where `Math` is looked up anew in every step, as in the sandbox of tests, that takes most of the time.
const { imul } = Math;

/**
 * Random numbers that can be replayed: xoshiro128** 1.1 (D. Blackman and S. Vigna, 2018, in the public domain,
 * https://prng.di.unimi.it/xoshiro128starstar.c), period 2^128 − 1, 32 bits a step.
 */
export class SeededRandom {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** The state: four words of 32 bits, not all zero. Use `seededRandom` unless the state itself is known. */
  constructor(a: number, b: number, c: number, d: number) {
    this.a = a | 0;
    this.b = b | 0;
    this.c = c | 0;
    this.d = (a | b | c | d) === 0 ? 1 : d | 0;
  }

  /** A whole number in [0, 2^32). */
  nextUint32(): number {
    const scrambled = imul(this.b, 5);
    const result = imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** Uniform in [0, 1), with 53 random bits. */
  next(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** A whole number in [0, bound), without bias; `bound` is a whole number of at most 2^32. */
  below(bound: number): number {
    // Draws above the last whole multiple of the bound would favour small results.
    const limit = 4294967296 - (4294967296 % bound);
    let draw = this.nextUint32();
    while (draw >= limit) {
      draw = this.nextUint32();
    }
    return draw % bound;
  }
}

/**
 * A stream of random numbers of its own for each pair of seed and name, so that one test's draws don't depend on which
 * other tests ran before it. The name is hashed by two 32-bit FNV-1a hashes
 * (http://www.isthe.com/chongo/tech/comp/fnv/) and the state filled from them by SplitMix32: a Weyl sequence through
 * MurmurHash3's finalizer (both in the public domain).
 */
export function seededRandom(seed: number, stream: string): SeededRandom {
  let first = 0x811c9dc5 ^ seed;
  let second = 0x01000193 ^ mix(seed);
  for (let i = 0; i < stream.length; i++) {
    const unit = stream.charCodeAt(i);
    first = imul(first ^ unit, 0x01000193);
    second = imul(second ^ unit, 0x01000197);
  }
  const golden = 0x9e3779b9;
  return new SeededRandom(
    mix(first + golden),
    mix(second + golden),
    mix((first ^ mix(second)) + 2 * golden),
    mix((second ^ mix(first)) + 3 * golden)
  );
}

/** MurmurHash3's 32-bit finalizer. */
function mix(word: number): number {
  let h = word | 0;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
