import * as throwing from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

/** A call that answers EAI_ codes, and the arguments that it has in the throwing door. */
export interface Lookup {
  readonly call: throwing.EaiCallName;
  readonly args: readonly unknown[];
}

/** What it came to, in the same form for every door. */
export interface Outcome {
  readonly value?: unknown;
  readonly code?: string;
  readonly errno?: number;
  /** The errno behind EAI_SYSTEM, negative. */
  readonly systemErrno?: number;
}

export interface Door {
  readonly name: string;
  look(lookup: Lookup): Outcome;
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

function failed({ code, errno, systemErrno }: Outcome): Outcome {
  return { code, errno, ...(systemErrno === undefined ? {} : { systemErrno }) };
}

function lookRaw({ call, args }: Lookup): Outcome {
  const out: raw.AddressInfoOut & raw.NameInfoOut = {};
  const [first, second, hints] = args;
  const given = call === 'getaddrinfo' ? [first, second ?? null, hints] : [first, second ?? 0];
  const errno = (raw as unknown as Functions)[call]!(...given, out) as number;
  if (errno === 0) return { value: out.addresses ?? { host: out.host, service: out.service } };
  return failed({ code: raw.eaiName(errno), errno, systemErrno: out.errno === 0 ? undefined : out.errno });
}

export const doors: readonly Door[] = [
  {
    name: 'throwing',
    look({ call, args }) {
      try {
        return { value: (throwing as unknown as Functions)[call]!(...args) };
      } catch (error) {
        if (!throwing.isResolveError(error, call)) throw error;
        return failed(error);
      }
    },
  },
  { name: 'raw', look: lookRaw },
  {
    name: 'result',
    look({ call, args }) {
      const outcome = (result as unknown as Functions)[call]!(...args) as result.ResolveResult<
        unknown,
        result.EaiCallName
      >;
      return outcome.ok ? { value: outcome.value } : failed(outcome);
    },
  },
];
