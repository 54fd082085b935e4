/** What is taken from jStat, which has no declarations of its own. */
declare module 'jstat' {
  export const jStat: {
    readonly normal: { inv(p: number, mean: number, deviation: number): number };
    readonly studentt: { inv(p: number, degrees: number): number };
    readonly chisquare: { cdf(x: number, degrees: number): number };
    /** The regularised incomplete beta function. */
    ibeta(x: number, a: number, b: number): number;
  };
}
