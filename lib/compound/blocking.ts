// Functions that make several calls, each named for what it does.
export {};
