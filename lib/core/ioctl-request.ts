declare const ARGUMENT: unique symbol;
declare const ANSWER: unique symbol;

/**
 * A request of ioctl() whose argument and answer have types: `IoctlRequest<[], number>` takes nothing and gives a
 * number. Like a descriptor's brand, this has no value at run time.
 */
export type IoctlRequest<A extends readonly unknown[], R> = number & {
  readonly [ARGUMENT]: A;
  readonly [ANSWER]: R;
};
