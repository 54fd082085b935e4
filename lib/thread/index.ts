// Stopping what blocks, and programs that block in a thread of their own.
export {};
