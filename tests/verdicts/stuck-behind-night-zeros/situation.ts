import { drawer } from '../support/Draw';
import { checksOfDay } from '../support/checksOfDay';
import type { Situation } from '../support/Situation';

const DAY = 288;

export default {
  source: 'traktore-org/sem-community#851, springfall2008/batpred#3554',
  reason:
    'Solar power is 0 in eleven hours of each night, which says nothing of how long it may read 412.7 by day: eight hours of that are a stuck sensor, and a day as usual is none.',
  right: 'watt stuck; nothing',
  async judge(seed) {
    const { normal } = drawer(seed, 'sun');
    const power = (slot: number) => {
      const hour = slot / 12;
      const height = Math.sin((Math.PI * (hour - 6)) / 13);
      return hour < 6 || hour > 19 ? 0 : Number(Math.max(0.1, 800 * height + normal(0, 20)).toFixed(1));
    };
    const day = (stuck: boolean) =>
      Array.from({ length: DAY }, (_, slot) => (stuck && slot >= 96 && slot < 192 ? 412.7 : power(slot)));
    const past = Array.from({ length: 14 }, () => day(false));
    const found = [await checksOfDay('watt', past, day(true)), await checksOfDay('watt', past, day(false))];
    return found.map((codes) => codes.join(', ') || 'nothing').join('; ');
  },
} satisfies Situation;
