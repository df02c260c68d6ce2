/** The few of jStat's functions in use; the package ships no types. */
declare module 'jstat' {
  export const jStat: {
    readonly normal: { inv(probability: number, mean: number, standardDeviation: number): number };
  };
}
