import type { EaiName } from './eai-name';

/**
 * What a ResolveError's message says of its code. Not loaded when it is needed, as explain()'s sentences are: the reason
 * for the error may be that the process can open no file.
 */
export const eaiTexts: Readonly<Record<EaiName, string>> = {
  EAI_ADDRFAMILY: 'the host has no address of that family',
  EAI_AGAIN: 'no answer from a name server for the moment',
  EAI_BADFLAGS: 'flags that mean nothing, or do not go together',
  EAI_BADHINTS: 'hints that contradict each other',
  EAI_FAIL: 'the name service failed for good',
  EAI_FAMILY: 'no such address family here',
  EAI_IDN_ENCODE: 'letters that cannot be encoded',
  EAI_MEMORY: 'no memory left',
  EAI_NODATA: 'the host has no address',
  EAI_NONAME: 'no such host or service',
  EAI_OVERFLOW: 'a name that does not fit into its buffer',
  EAI_PROTOCOL: 'no such protocol',
  EAI_SERVICE: 'no such service for that type of socket',
  EAI_SOCKTYPE: 'no such type of socket, or not with that protocol',
  EAI_SYSTEM: 'refused by the system',
};
