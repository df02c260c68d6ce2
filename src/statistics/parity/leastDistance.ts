/** Without a key a difference of shares below this matters to nobody, however sure it is, unless a rule explains it. */
export const LEAST_DISTANCE = 0.01;
