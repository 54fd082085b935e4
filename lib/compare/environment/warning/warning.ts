import type { Environment } from '../environment';

/** What disturbs measuring here, and what can be done about it; sentences. */
export interface Warning {
  readonly what: string;
  readonly remedy: string;
}

/** Looks for one disturbance. */
export type Check = (environment: Environment) => Warning | undefined;
