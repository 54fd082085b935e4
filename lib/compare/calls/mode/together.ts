import { type Measuring, Outcome, type Report, type Terms, failureOf, runParty } from '../party';
import { PeerError } from '../peer';
import type { Link } from './link';

/** What both parties found. */
export interface Both {
  readonly own: Report;
  /** Absent if the peer is gone. */
  readonly its: Report | undefined;
  /** Why the block ended before its end. */
  readonly error: Error | undefined;
}

/** Who does what in a block. */
export interface Parts {
  readonly own: Terms;
  readonly its: Terms;
  readonly measuring?: Measuring;
}

/** Runs a block at both ends, and finds out what went wrong if something did. */
export async function runTogether(link: Link, { own: ownTerms, its: itsTerms, measuring }: Parts): Promise<Both> {
  const { peer, near, far } = link;
  peer.begin(far, itsTerms);
  const own = runParty({ data: near, control: peer.controlFd }, ownTerms, measuring);
  const calledOff = own.outcome !== 0;
  if (calledOff) peer.callOff();
  const its = peer.report({ calledOff });
  if (its === undefined) return { own, its, error: await peer.explain('in the middle of a block') };
  return { own, its, error: errorOf(link, { own, its, ownTerms, itsTerms }) };
}

interface Ends {
  readonly own: Report;
  readonly its: Report;
  readonly ownTerms: Terms;
  readonly itsTerms: Terms;
}

/** The cause is with whoever made a call that failed; the other one has only seen that it is over. */
function errorOf({ peer }: Link, { own, its, ownTerms, itsTerms }: Ends): Error | undefined {
  if (own.outcome === 0 && its.outcome === 0) return undefined;
  const itsFailure = failureOf(its, itsTerms);
  const ownFailure = failureOf(own, ownTerms);
  // Whose stream has been ended by the other's failure says EPIPE, so the peer's own error is looked at first.
  if (itsFailure !== undefined) return new PeerError(`${peer.name}: ${itsFailure.message}`, { cause: itsFailure });
  if (ownFailure !== undefined) return ownFailure;
  const outcomes = [own.outcome, its.outcome];
  if (outcomes.includes(Outcome.SILENCE)) return new PeerError(silence(own, its));
  if (outcomes.includes(Outcome.END_OF_STREAM)) return new PeerError(`${peer.name}: the stream ended within a block`);
  return new PeerError(`${peer.name} left off within a block`);
}

function silence({ account: own }: Report, { account: its }: Report): string {
  const [there, back] = [own.sent - its.received, its.sent - own.received];
  const lost = [...(there > 0 ? [`${there} of ${own.sent}`] : []), ...(back > 0 ? [`${back} of ${its.sent}`] : [])];
  return lost.length === 0 ? 'no message came for too long' : `${lost.join(' and ')} messages were lost on their way`;
}
