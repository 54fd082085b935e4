// What of the reactor is public.
export {};
