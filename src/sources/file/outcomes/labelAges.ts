const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No age is known. */
export const NO_AGE = -1;

/** How old labels were when they came, or would be when one looks. */
export interface LabelAges {
  /** In minutes, rounded up; NO_AGE where unknown. */
  readonly minutes: Int32Array;
  /** 1 for rows that have a label. */
  readonly labelled: Uint8Array;
}

/**
 * The age of the label of each row; of rows without a label their age at `asOf`. Rounded up to a minute where labels are all
 * younger than a day, else to an hour, from a week on to six hours, and from thirty days on to a day. A label before its
 * prediction has the age 0.
 */
export function labelAges(
  times: Float64Array,
  labelTimes: Float64Array,
  labelled: Uint8Array,
  asOf: number
): LabelAges {
  const minutes = new Int32Array(times.length);
  let oldest = 0;
  for (let row = 0; row < minutes.length; row++) {
    if (labelled[row] === 1 && labelTimes[row] - times[row] > oldest) {
      oldest = labelTimes[row] - times[row];
    }
  }
  const isFine = oldest < DAY;
  for (let row = 0; row < minutes.length; row++) {
    const age = Math.max(0, (labelled[row] === 1 ? labelTimes[row] : asOf) - times[row]);
    minutes[row] = Number.isNaN(age) ? NO_AGE : roundUp(age, isFine) / MINUTE;
  }
  return { minutes, labelled };
}

function roundUp(age: number, isFine: boolean): number {
  const step = isFine ? MINUTE : age <= 7 * DAY ? HOUR : age <= 30 * DAY ? 6 * HOUR : DAY;
  return Math.ceil(age / step) * step;
}
