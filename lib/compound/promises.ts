// The same, on the event loop.
export {};
