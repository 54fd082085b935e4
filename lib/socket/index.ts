// The owner of a descriptor.
export {};
