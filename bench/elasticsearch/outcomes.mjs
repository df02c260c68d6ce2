const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
const WEEKS = 14;
const NUMBERS = 20;

/** All of the documents' times. */
export const RANGE = {
  from: Date.parse('2024-01-01T00:00:00Z'),
  to: Date.parse('2024-01-01T00:00:00Z') + WEEKS * WEEK,
};
/** Numbers, in steps of a thousandth. */
export const COLUMNS = Array.from({ length: NUMBERS }, (_, i) => `x${String(i + 1).padStart(2, '0')}`);
/** Predictions with numbers that they were made of, a score of four decimals, and the label that came hours later. */
export const OUTCOMES = {
  name: 'outcomes',
  properties: {
    time: { type: 'date' },
    label_time: { type: 'date' },
    ...{ prediction: { type: 'keyword' }, actual: { type: 'keyword' }, segment: { type: 'keyword' } },
    score: { type: 'double' },
    ...Object.fromEntries(COLUMNS.map((name) => [name, { type: 'double' }])),
  },
  documents,
};

/** In the order of their times; the same number gives the same documents. Some numbers have a day or a week in them. */
function* documents(number) {
  const random = generator(2024);
  const step = (RANGE.to - RANGE.from) / number;
  for (let i = 0; i < number; i++) {
    const time = Math.floor(RANGE.from + i * step);
    const day = Math.sin((2 * Math.PI * time) / (24 * HOUR));
    const week = Math.sin((2 * Math.PI * time) / WEEK);
    const document = { time };
    let logit = -1;
    for (let c = 0; c < NUMBERS; c++) {
      // The sum of three uniform numbers is near enough to a normal one.
      const noise = random() + random() + random() - 1.5;
      const value = 2 * noise + (c % 4 === 1 ? 0.3 * day : c % 4 === 2 ? 0.3 * week : 0);
      logit += c < 5 ? 0.5 * value : 0;
      document[COLUMNS[c]] = Math.round(value * 1000) / 1000;
    }
    const score = 1 / (1 + Math.exp(-logit));
    document.score = Math.round(score * 1e4) / 1e4;
    document.prediction = score >= 0.5 ? 'late' : 'on time';
    document.actual = random() < score ? 'late' : 'on time';
    document.label_time = time + Math.floor(48 * HOUR * random() ** 2);
    document.segment = 'abcde'[Math.floor(5 * random())];
    yield document;
  }
}

/** A linear congruential generator's numbers from 0 to 1. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
