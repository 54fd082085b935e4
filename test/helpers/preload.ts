/** The environment for programs that are not this package's: a sanitizer's runtime is for Node alone. */
export function withoutPreload(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  delete environment['LD_PRELOAD'];
  return environment;
}
