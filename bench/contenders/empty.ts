// A module with nothing in it, the baseline of load.ts.
export {};
